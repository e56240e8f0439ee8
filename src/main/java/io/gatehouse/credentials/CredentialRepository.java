package io.gatehouse.credentials;

import java.time.Instant;
import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

import io.gatehouse.core.AppId;

interface CredentialRepository extends ListCrudRepository<Credential, String> {

    List<Credential> findByGameAndState(AppId game, CredentialState state);

    List<Credential> findByGame(AppId game);

    List<Credential> findByStateAndValidUntilBefore(CredentialState state, Instant time);
}
