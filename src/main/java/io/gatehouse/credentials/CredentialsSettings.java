package io.gatehouse.credentials;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How credentials are made and how long they live.
 *
 * @param issuer ourselves, or the superapp's own certificate office
 * @param keys what the built-in issuer makes
 * @param overlap how long the credential before is still accepted after a renewal
 * @param attempts before a person is asked
 * @param pause between two attempts
 */
@ConfigurationProperties("gatehouse.credentials")
record CredentialsSettings(
        @DefaultValue("built-in") Issuer issuer,
        @DefaultValue("rsa") Keys keys,
        @DefaultValue("365d") Duration validity,
        @DefaultValue("24h") Duration overlap,
        @DefaultValue("3") int attempts,
        @DefaultValue("1m") Duration pause) {

    static final Duration LONGEST_VALIDITY = Duration.ofDays(1100);

    enum Issuer {
        BUILT_IN,
        HTTP
    }

    /** RSA with 3072 bits, or the curve P-256. */
    enum Keys {
        RSA,
        P256
    }

    CredentialsSettings {
        if (validity.compareTo(LONGEST_VALIDITY) > 0 || validity.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("gatehouse.credentials.validity must be 1 to 1100 days");
        }
        if (overlap.isNegative() || overlap.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException("gatehouse.credentials.overlap must be at most 7 days");
        }
        if (attempts < 1 || pause.isNegative()) {
            throw new IllegalArgumentException("gatehouse.credentials.attempts must be 1 or more, and pause positive");
        }
    }
}
