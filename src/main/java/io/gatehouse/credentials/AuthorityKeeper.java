package io.gatehouse.credentials;

import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Safe;

/** Keeps our certificate office: made once, its key encrypted at rest, renewed while it still outlives what it signs. */
@Component
class AuthorityKeeper {

    private static final Duration VALIDITY = Duration.ofDays(3650);
    private static final String PLACE = "authority/private-key/";

    private final JdbcClient jdbc;
    private final Safe safe;
    private final CredentialsSettings settings;
    private final Clock clock;

    AuthorityKeeper(JdbcClient jdbc, Safe safe, CredentialsSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.safe = safe;
        this.settings = settings;
        this.clock = clock;
    }

    Authority get() {
        return newest().filter(this::outlivesWhatItSigns).orElseGet(this::make);
    }

    /** Of several instances that make one at the same moment, one does. */
    private Authority make() {
        var authority = Certificates.authority(Certificates.keyPair(settings.keys()), clock.instant(), VALIDITY);
        var generation = generation() + 1;
        jdbc.sql("""
                insert into credential_authority (generation, certificate, sealed_key, made_at)
                values (:generation, :certificate, :key, :now) on conflict do nothing
                """)
                .param("generation", generation)
                .param("certificate", Pem.of(authority.certificate()))
                .param("key", safe.seal(Pem.of(authority.key()), PLACE + generation))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return newest().orElseThrow();
    }

    private boolean outlivesWhatItSigns(Authority authority) {
        return authority
                .certificate()
                .getNotAfter()
                .toInstant()
                .isAfter(clock.instant().plus(settings.validity()));
    }

    private int generation() {
        return jdbc.sql("select coalesce(max(generation), 0) from credential_authority")
                .query(Integer.class)
                .single();
    }

    private Optional<Authority> newest() {
        return jdbc.sql("select * from credential_authority order by generation desc limit 1")
                .query((row, number) -> {
                    var key = safe.openText(row.getBytes("sealed_key"), PLACE + row.getInt("generation"));
                    return authority(row.getString("certificate"), key);
                })
                .optional();
    }

    private static Authority authority(String pem, String key) {
        try {
            return new Authority(Pem.certificate(pem), Pem.privateKey(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Our certificate office cannot be read", e);
        }
    }
}
