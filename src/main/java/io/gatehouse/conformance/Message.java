package io.gatehouse.conformance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.gatehouse.delivery.Form;
import io.gatehouse.delivery.TestCall;
import io.gatehouse.wire.StandardWebhooks;

/**
 * A notification about to be sent.
 *
 * @param form what the body has
 * @param at what its header says; its signature is right for that time
 * @param secrets what the headers are signed with; without any there is no signature
 * @param slowly whether the body leaves in pieces
 */
record Message(Form form, String id, Instant at, String body, List<String> secrets, boolean slowly) {

    static Message of(Form form, Instant at, String body, List<String> secrets) {
        return new Message(form, Randoms.messageId(), at, body, secrets, false);
    }

    Message at(Instant time) {
        return new Message(form, id, time, body, secrets, slowly);
    }

    Message signedWith(List<String> others) {
        return new Message(form, id, at, body, others, slowly);
    }

    Message inPieces() {
        return new Message(form, id, at, body, secrets, true);
    }

    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put(StandardWebhooks.ID, id);
        headers.put(StandardWebhooks.TIMESTAMP, String.valueOf(at.getEpochSecond()));
        if (!secrets.isEmpty()) {
            headers.put(StandardWebhooks.SIGNATURE, StandardWebhooks.sign(id, at.getEpochSecond(), body, secrets));
        }
        return headers;
    }

    /** The same with headers that were signed before the body was changed. */
    TestCall call(String sent) {
        return new TestCall(form, headers(), sent, slowly);
    }

    TestCall call() {
        return call(body);
    }

    @Override
    public String toString() {
        return "Message[%s]".formatted(id);
    }
}
