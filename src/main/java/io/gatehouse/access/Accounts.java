package io.gatehouse.access;

import org.springframework.data.repository.ListCrudRepository;

interface Accounts extends ListCrudRepository<Account, String> {}
