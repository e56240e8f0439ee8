package io.gatehouse.exemption;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

interface ExemptionRepository extends ListCrudRepository<Exemption, String> {

    List<Exemption> findByRevokedAtIsNull();
}
