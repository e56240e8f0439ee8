package io.gatehouse.delivery;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.gatehouse.outbound.Obstacle;

import static org.assertj.core.api.Assertions.assertThat;

/** A diagnosis … */
class DiagnosisTests {

    @ParameterizedTest
    @EnumSource
    void isThereForEverythingThatKeepsACallFromBeingAnswered(Obstacle obstacle) {

        var diagnosis = Diagnosis.of(obstacle);

        assertThat(diagnosis.outcome()).isNotEqualTo(Outcome.ACKNOWLEDGED);
        assertThat(diagnosis.step()).isLessThan(4);
    }

    @ParameterizedTest
    @EnumSource(
            value = Diagnosis.class,
            names = {"NAME_NOT_RESOLVED", "ADDRESS_REFUSED", "CONNECTION_REFUSED", "CONNECT_TIMEOUT", "TLS", "NOT_SENT"
            })
    void ofWhatHappensBeforeTheRequestSaysThatNothingWasSent(Diagnosis diagnosis) {

        assertThat(diagnosis.isAfterSending("203.0.113.7")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Diagnosis.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NAME_NOT_RESOLVED", "ADDRESS_REFUSED", "CONNECTION_REFUSED", "CONNECT_TIMEOUT", "TLS", "NOT_SENT"
            })
    void ofWhatHappensAfterwardsSaysThatTheRequestHadLeft(Diagnosis diagnosis) {

        assertThat(diagnosis.isAfterSending("203.0.113.7")).isTrue();
        assertThat(diagnosis.isAfterSending(null)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Diagnosis.class,
            names = {"NAME_NOT_RESOLVED", "ADDRESS_REFUSED", "CONNECTION_REFUSED", "CONNECT_TIMEOUT", "NOT_SENT"})
    void withoutAConnectionDoesNotSayThatTheAddressWasReached(Diagnosis diagnosis) {

        assertThat(diagnosis.isAfterConnecting()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Diagnosis.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NAME_NOT_RESOLVED", "ADDRESS_REFUSED", "CONNECTION_REFUSED", "CONNECT_TIMEOUT", "NOT_SENT"})
    void withAConnectionSaysThatTheAddressWasReached(Diagnosis diagnosis) {

        assertThat(diagnosis.isAfterConnecting()).isTrue();
    }
}
