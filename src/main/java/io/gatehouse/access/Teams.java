package io.gatehouse.access;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface Teams extends ListCrudRepository<Team, String> {

    /**
     * By name, from a place on.
     *
     * @param like a pattern in lower case, with {@code !} before what is no wildcard
     */
    @Query("""
            select t from Team t
             where (lower(t.name) like :like escape '!' or lower(t.id) like :like escape '!')
               and (t.name > :name or t.name = :name and t.id > :id)
             order by t.name, t.id
            """)
    List<Team> search(String like, String name, String id, Limit limit);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Team t where t.id = :id")
    Optional<Team> findByIdForUpdate(String id);
}
