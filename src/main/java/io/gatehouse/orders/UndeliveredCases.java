package io.gatehouse.orders;

import java.util.Collection;
import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

interface UndeliveredCases extends ListCrudRepository<UndeliveredCase, String> {

    List<UndeliveredCase> findByOrderNoInAndClosedAtIsNull(Collection<String> orderNos);
}
