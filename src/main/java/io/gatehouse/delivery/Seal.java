package io.gatehouse.delivery;

import java.time.Instant;

import io.gatehouse.wire.Signatures;

/**
 * What makes a notification ours.
 *
 * @param appKey the key a payload is signed with
 * @param mock whether it is a test: the game checks and answers, and delivers nothing
 * @param at when its bytes are made; they stay the same at every try
 */
record Seal(String appKey, boolean mock, Instant at) {

    /** The signature of a payload's text as it is sent, under the event's name as it is sent. */
    String sign(String event, String payload) {
        return Signatures.payEventSig(appKey, event, payload);
    }

    @Override
    public String toString() {
        return "Seal[********]";
    }
}
