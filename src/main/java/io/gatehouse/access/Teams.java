package io.gatehouse.access;

import org.springframework.data.repository.ListCrudRepository;

interface Teams extends ListCrudRepository<Team, String> {}
