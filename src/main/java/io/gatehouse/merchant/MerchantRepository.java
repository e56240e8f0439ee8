package io.gatehouse.merchant;

import org.springframework.data.repository.ListCrudRepository;

interface MerchantRepository extends ListCrudRepository<Merchant, String> {}
