package io.gatehouse.conformance;

import java.util.Locale;

/** What was found, told so that a developer can act: {@code conformance.note.<key>} and {@code conformance.advice.<key>}. */
public enum Note {
    ACKNOWLEDGED(Verdict.PASSED),
    REFUSED(Verdict.PASSED),
    /** Acknowledged each time; how often it was handed out cannot be seen. */
    UNOBSERVED(Verdict.PASSED),
    ONCE(Verdict.PASSED),
    NOTHING_AFTER_REFUND(Verdict.PASSED),
    NOT_ACKNOWLEDGED(Verdict.FAILED),
    FORGERY_ACCEPTED(Verdict.FAILED),
    NO_ANSWER(Verdict.FAILED),
    MOCK_HANDED_OUT(Verdict.FAILED),
    NOT_HANDED_OUT(Verdict.FAILED),
    HANDED_OUT_TWICE(Verdict.FAILED),
    KEY_REFUSED(Verdict.FAILED),
    CRASHED(Verdict.ADVISED),
    PAY_EVENT_SIG_ONLY(Verdict.ADVISED),
    TIME_CANNOT_BE_SEEN(Verdict.ADVISED),
    TIME_NOT_CHECKED(Verdict.ADVISED),
    UNKNOWN_FIELD_REFUSED(Verdict.ADVISED),
    HELD_UP(Verdict.ADVISED),
    HANDED_OUT_AFTER_REFUND(Verdict.ADVISED),
    NO_OVERLAP(Verdict.SKIPPED),
    NO_PAY_EVENT_SIG(Verdict.SKIPPED),
    GOOD_CALL_FIRST(Verdict.SKIPPED),
    TIME_OVER(Verdict.SKIPPED);

    private final Verdict verdict;

    Note(Verdict verdict) {
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
