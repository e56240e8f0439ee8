package io.gatehouse.access;

import java.util.Collection;
import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

interface MiniPrograms extends ListCrudRepository<MiniProgram, String> {

    List<MiniProgram> findByOwnerIdInOrderByName(Collection<String> teams);
}
