package io.gatehouse.access;

import java.util.Collection;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface MiniPrograms extends ListCrudRepository<MiniProgram, String> {

    List<MiniProgram> findByOwnerIdInOrderByName(Collection<String> teams);

    /**
     * By name, from a place on.
     *
     * @param everywhere whether the teams do not matter
     * @param like a pattern in lower case, with {@code !} before what is no wildcard
     */
    @Query("""
            select p from MiniProgram p join fetch p.owner o
             where (:everywhere = true or o.id in :teams)
               and (lower(p.name) like :like escape '!' or lower(p.appId) like :like escape '!' or lower(o.name) like :like escape '!')
               and (p.name > :name or p.name = :name and p.appId > :appId)
             order by p.name, p.appId
            """)
    List<MiniProgram> search(
            boolean everywhere, Collection<String> teams, String like, String name, String appId, Limit limit);

    /** How many a team has. */
    record Size(String team, long programs) {}

    @Query("""
            select new io.gatehouse.access.MiniPrograms$Size(o.id, count(p))
              from MiniProgram p join p.owner o where o.id in :teams group by o.id
            """)
    List<Size> count(Collection<String> teams);

    /** Mini games before others, by name. */
    @Query("""
            select p from MiniProgram p join fetch p.owner o where (:everywhere = true or o.id in :teams)
             order by p.game desc, p.name, p.appId
            """)
    List<MiniProgram> first(boolean everywhere, Collection<String> teams, Limit limit);
}
