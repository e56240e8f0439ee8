package io.gatehouse.access;

import org.springframework.data.repository.ListCrudRepository;

interface MiniPrograms extends ListCrudRepository<MiniProgram, String> {}
