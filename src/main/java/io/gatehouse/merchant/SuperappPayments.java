package io.gatehouse.merchant;

import org.springframework.data.repository.ListCrudRepository;

interface SuperappPayments extends ListCrudRepository<SuperappPayment, Integer> {}
