package io.gatehouse.exemption;

import java.time.Instant;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ExemptionRepository extends ListCrudRepository<Exemption, String> {

    /** Those in force, the latest first. */
    List<Exemption> findByRevokedAtIsNullOrderByGrantedAtDescGameDesc(Limit limit);

    /** The same behind one of them. */
    @Query("""
            select e from Exemption e
             where e.revokedAt is null and (e.grantedAt < :time or e.grantedAt = :time and e.game < :game)
             order by e.grantedAt desc, e.game desc
            """)
    List<Exemption> findBehind(Instant time, String game, Limit limit);
}
