package io.gatehouse.requests;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;

interface RequestRepository extends JpaRepository<Request, String> {

    @Query(value = "select nextval('request_number')", nativeQuery = true)
    long nextNumber();

    List<Request> findByGameAndKindOrderByRequestedAtDesc(AppId game, RequestKind kind);

    List<Request> findByTeamAndKindOrderByRequestedAtDesc(TeamId team, RequestKind kind);

    List<Request> findByNumberInAndStatus(Collection<String> numbers, RequestStatus status);

    List<Request> findByKindAndStatusOrderByRequestedAt(RequestKind kind, RequestStatus status);

    List<Request> findTop50ByTeamOrderByRequestedAtDesc(TeamId team);

    boolean existsByKindAndGameAndTeamAndSubjectAndStatus(
            RequestKind kind, @Nullable AppId game, TeamId team, String subject, RequestStatus status);
}
