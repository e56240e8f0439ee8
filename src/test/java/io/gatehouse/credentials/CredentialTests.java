package io.gatehouse.credentials;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Username;
import io.gatehouse.credentials.CredentialsSettings.Keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CredentialTests {

    static final AppId GAME = new AppId("wx51b8e20d77c4");
    static final Username MEI = new Username("mei");
    static final Username ARJUN = new Username("arjun");
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z").truncatedTo(ChronoUnit.SECONDS);
    static final Authority AUTHORITY =
            Certificates.authority(Certificates.keyPair(Keys.P256), NOW, Duration.ofDays(3650));

    @Test
    void isAcceptedFromItsIssueToItsExpiry() {

        var credential = issued("CR-1", NOW);

        assertThat(credential.isAccepted(NOW)).isTrue();
        assertThat(credential.isAccepted(NOW.plus(Duration.ofDays(365)).minusSeconds(1)))
                .isTrue();
        assertThat(credential.isAccepted(NOW.plus(Duration.ofDays(365)))).isFalse();
    }

    @Test
    void isAcceptedUntilTheOverlapEndsAndNeverLongerThanItWas() {

        var credential = issued("CR-1", NOW);

        credential.supersede(NOW.plus(Duration.ofHours(24))).supersede(NOW.plus(Duration.ofHours(48)));

        assertThat(credential.isAccepted(NOW.plus(Duration.ofHours(24)).minusMillis(1)))
                .isTrue();
        assertThat(credential.isAccepted(NOW.plus(Duration.ofHours(24)))).isFalse();
    }

    @Test
    void doesNotSignBeforeItWasMailedWhileAnotherDoes() {

        var old = issued("CR-1", NOW);
        old.mailed(NOW);
        var fresh = issued("CR-2", NOW.plusSeconds(60));

        assertThat(keyring(old, fresh).signing()).contains(old);
        assertThat(keyring(old, fresh).accepted()).containsExactly(fresh, old);

        fresh.mailed(NOW.plusSeconds(61));

        assertThat(keyring(old, fresh).signing()).contains(fresh);
        assertThat(keyring(old, fresh).replaced()).containsExactly(old);
    }

    @Test
    void forgetsItsKeysWhenItEnds() {

        var credential = issued("CR-1", NOW).revoke(NOW);

        assertThat(credential.isAccepted(NOW)).isFalse();
        assertThat(credential.sealed(Sealed.APP_KEY)).isNull();
        assertThat(credential.sealed(Sealed.ARCHIVE)).isNull();
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> credential.retire(NOW));
    }

    @Test
    void showsItsPassphraseOnceToItsRequester() {

        var credential = issued("CR-1", NOW);

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> credential.showPassphrase(ARJUN, NOW));
        assertThat(credential.showPassphrase(MEI, NOW)).isNotEmpty();
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> credential.showPassphrase(MEI, NOW));
    }

    @Test
    void isIssuedOnce() {

        var credential = issued("CR-1", NOW);

        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> issue(credential, NOW));
    }

    @Test
    void isNotIssuedAfterItWasGivenUp() {

        var credential = new Credential("CR-1", GAME, MEI, false)
                .fail("The office is closed")
                .giveUp(NOW);

        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> issue(credential, NOW));
    }

    private static Keyring keyring(Credential... credentials) {
        return new Keyring(List.of(credentials), NOW.plus(Duration.ofHours(1)));
    }

    private static Credential issued(String number, Instant at) {
        return issue(new Credential(number, GAME, MEI, false), at);
    }

    private static Credential issue(Credential credential, Instant at) {
        var pair = Certificates.keyPair(Keys.P256);
        var certificate = Certificates.endEntity(GAME, pair.getPublic(), AUTHORITY, at, Duration.ofDays(365));
        var secret = new byte[] {1};
        return credential.issue(certificate, new Sealed(secret, secret, secret, secret, secret), at);
    }
}
