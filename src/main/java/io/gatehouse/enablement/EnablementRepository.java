package io.gatehouse.enablement;

import org.springframework.data.repository.ListCrudRepository;

interface EnablementRepository extends ListCrudRepository<Enablement, String> {}
