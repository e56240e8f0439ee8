package io.gatehouse.merchant;

import org.springframework.data.repository.ListCrudRepository;

interface Bindings extends ListCrudRepository<Binding, String> {}
