package io.gatehouse.delivery;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.gatehouse.outbound.Obstacle;

/**
 * What became of an attempt, told so that a developer can act. The words are in the bundles: {@code
 * delivery.diagnosis.<key>} is the sentence, {@code …​.advice} what to do; {0} is the detail kept with the
 * attempt; {@code delivery.cause.<key>} says it of an endpoint.
 */
public enum Diagnosis {
    ACKNOWLEDGED(Outcome.ACKNOWLEDGED),
    NAME_NOT_RESOLVED(Outcome.UNREACHABLE),
    ADDRESS_REFUSED(Outcome.UNREACHABLE),
    CONNECTION_REFUSED(Outcome.UNREACHABLE),
    CONNECT_TIMEOUT(Outcome.UNREACHABLE),
    TLS(Outcome.UNREACHABLE),
    TIMEOUT(Outcome.UNREACHABLE),
    CONNECTION_BROKEN(Outcome.UNREACHABLE),
    NOT_HTTP(Outcome.UNREACHABLE),
    NOT_SENT(Outcome.UNREACHABLE),
    REDIRECT(Outcome.REFUSED),
    GONE(Outcome.REFUSED),
    SLOW_DOWN(Outcome.REFUSED),
    HTTP_STATUS(Outcome.REFUSED),
    REPLY_TOO_LONG(Outcome.REFUSED),
    EMPTY_REPLY(Outcome.REFUSED),
    NOT_JSON(Outcome.REFUSED),
    NOT_READABLE(Outcome.REFUSED),
    NO_RETURN_CODE(Outcome.REFUSED),
    RETURN_CODE(Outcome.REFUSED),
    NO_ERR_CODE(Outcome.REFUSED),
    ERR_CODE(Outcome.REFUSED);

    private final Outcome outcome;

    Diagnosis(Outcome outcome) {
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Whatever keeps a call from being answered has a sentence of its own here. */
    static Diagnosis of(Obstacle obstacle) {
        return valueOf(obstacle.name());
    }

    static Diagnosis of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The step of a call it stopped at, from 0; 6 if it went through all of them. */
    int step() {
        return switch (this) {
            case NAME_NOT_RESOLVED, ADDRESS_REFUSED, NOT_SENT -> 0;
            case CONNECTION_REFUSED, CONNECT_TIMEOUT, TLS -> 1;
            case TIMEOUT, CONNECTION_BROKEN, NOT_HTTP, REPLY_TOO_LONG -> 2;
            case REDIRECT, GONE, SLOW_DOWN, HTTP_STATUS -> 3;
            case EMPTY_REPLY, NOT_JSON, NOT_READABLE -> 4;
            case NO_RETURN_CODE, RETURN_CODE, NO_ERR_CODE, ERR_CODE -> 5;
            case ACKNOWLEDGED -> 6;
        };
    }

    /** Whether it came to a connection; without one an address was tried at most. */
    boolean isAfterConnecting() {
        return step() > 1 || this == TLS;
    }

    /**
     * Whether the request had left, so that the endpoint may have seen it.
     *
     * @param address the one that was connected to, or tried; null if none was
     */
    boolean isAfterSending(@Nullable String address) {
        return step() > 1 && address != null;
    }

    /** Whether the endpoint has answered in time and whole, and not only to ask for patience. */
    boolean isAnswer() {
        return step() > 2 && this != SLOW_DOWN;
    }

    /** The part of its keys in the bundles, for example {@code not-json}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
