package io.gatehouse.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

import io.gatehouse.core.Username;

interface ApiTokenRepository extends ListCrudRepository<ApiToken, UUID> {

    Optional<ApiToken> findByTokenHash(String hash);

    Optional<ApiToken> findByIdAndUsername(UUID id, Username username);

    List<ApiToken> findByUsernameOrderByMadeAtDesc(Username username);

    /** Past the version, so that two calls at once do not refuse each other. */
    @Modifying
    @Query(
            "update ApiToken t set t.lastUsedAt = :now where t.id = :id and (t.lastUsedAt is null or t.lastUsedAt < :before)")
    void used(UUID id, Instant now, Instant before);
}
