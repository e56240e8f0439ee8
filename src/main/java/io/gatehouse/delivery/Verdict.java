package io.gatehouse.delivery;

import io.gatehouse.outbound.Failure;

/**
 * What was found about an attempt.
 *
 * @param detail the value the sentence names, for example the status; empty if it names none
 */
record Verdict(Diagnosis diagnosis, String detail) {

    private static final int LONGEST_DETAIL = 200;

    Verdict {
        detail = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }

    static Verdict of(Diagnosis diagnosis) {
        return new Verdict(diagnosis, "");
    }

    static Verdict of(Failure failure) {
        return new Verdict(Diagnosis.of(failure.obstacle()), failure.detail());
    }

    boolean isSuccess() {
        return diagnosis == Diagnosis.ACKNOWLEDGED;
    }
}
