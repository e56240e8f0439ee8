package io.gatehouse.exemption;

import org.springframework.data.repository.ListCrudRepository;

interface Revocations extends ListCrudRepository<Revocation, String> {}
