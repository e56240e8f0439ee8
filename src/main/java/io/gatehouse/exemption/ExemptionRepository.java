package io.gatehouse.exemption;

import org.springframework.data.repository.ListCrudRepository;

interface ExemptionRepository extends ListCrudRepository<Exemption, String> {}
