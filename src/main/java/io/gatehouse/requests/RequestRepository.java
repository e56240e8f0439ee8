package io.gatehouse.requests;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;

interface RequestRepository extends JpaRepository<Request, String> {

    @Query(value = "select nextval('request_number')", nativeQuery = true)
    long nextNumber();

    List<Request> findByGameAndKindOrderByRequestedAtDesc(AppId game, RequestKind kind);

    List<Request> findByGameAndKindOrderByRequestedAtDescNumberDesc(AppId game, RequestKind kind, Limit limit);

    /** The same behind one of them. */
    @Query("""
            select r from Request r
             where r.game = :game and r.kind = :kind
               and (r.requestedAt < :time or r.requestedAt = :time and r.number < :number)
             order by r.requestedAt desc, r.number desc
            """)
    List<Request> findBehind(AppId game, RequestKind kind, Instant time, String number, Limit limit);

    List<Request> findByTeamAndKindOrderByRequestedAtDesc(TeamId team, RequestKind kind);

    List<Request> findByNumberInAndStatus(Collection<String> numbers, RequestStatus status);

    List<Request> findByKindAndStatusOrderByRequestedAt(RequestKind kind, RequestStatus status);

    List<Request> findTop50ByTeamOrderByRequestedAtDesc(TeamId team);

    boolean existsByKindAndGameAndTeamAndSubjectAndStatus(
            RequestKind kind, @Nullable AppId game, TeamId team, String subject, RequestStatus status);
}
