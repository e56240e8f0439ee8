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
}
