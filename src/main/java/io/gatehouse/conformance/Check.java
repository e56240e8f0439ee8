package io.gatehouse.conformance;

import java.util.Locale;

/** A line of the report: one thing a game's server must, or should, do right. */
public enum Check {
    GOOD_CALL(true),
    NO_SIGNATURE(true),
    WRONG_SIGNATURE(true),
    CHANGED_BYTE(true),
    /** What looks at PayEventSig alone cannot see this, and that is allowed. */
    WRONG_WEBHOOK_SIGNATURE(false),
    /** PayEventSig has no time in it: only what looks at the webhook signature can see this. */
    OLD_TIMESTAMP(false),
    SAME_ID_TWICE(true),
    BOTH_KEYS(true),
    LARGE_ATTACH(true),
    UNKNOWN_FIELD(false),
    SLOW_READ(true),
    REFUND_BEFORE_DELIVERY(true);

    private final boolean required;

    Check(boolean required) {
        this.required = required;
    }

    /** Whether a game that fails here is told to mend it before it sells; otherwise it is advised to. */
    public boolean required() {
        return required;
    }

    /** The part of its keys in the bundles: {@code conformance.check.<key>.title}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
