package io.gatehouse.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.gatehouse.outbound.Call;
import io.gatehouse.outbound.EndpointCaller;
import io.gatehouse.outbound.EndpointUrl;
import io.gatehouse.outbound.Reply;
import io.gatehouse.wire.StandardWebhooks;

/** Makes one attempt: signs, calls, judges by the form of what was sent. */
@Component
class Dispatch {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private final EndpointCaller caller;
    private final SigningKeys keys;
    private final Clock clock;

    Dispatch(EndpointCaller caller, SigningKeys keys, Clock clock) {
        this.caller = caller;
        this.keys = keys;
        this.clock = clock;
    }

    /** Never completes exceptionally. */
    CompletableFuture<Result> send(Parcel parcel) {
        return send(parcel.endpoint(), parcel.url(), parcel.messageId(), parcel.body())
                .thenApply(reply ->
                        new Result.Tried(parcel, reply.shortened(), Answers.judge(Form.of(parcel.body()), reply)));
    }

    /** One call with the headers of a notification. */
    CompletableFuture<Reply> send(Endpoint endpoint, EndpointUrl url, String messageId, String body) {
        var form = Form.of(body);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(Call.post(url, headers(endpoint, messageId, body, form), form.contentType(), bytes));
    }

    /** One call as it is. */
    CompletableFuture<Reply> send(Call call) {
        try {
            return caller.call(call);
        } catch (RuntimeException e) {
            // whatever it is, it must not keep a parcel's place in its lane
            log.error("A call to {} could not be made", call.url(), e);
            return CompletableFuture.completedFuture(Reply.none(clock.instant()));
        }
    }

    private Map<String, String> headers(Endpoint endpoint, String messageId, String body, Form form) {
        var timestamp = clock.instant().getEpochSecond();
        var headers = new LinkedHashMap<String, String>();
        headers.put("accept", form.accept());
        headers.put("webhook-id", messageId);
        headers.put("webhook-timestamp", String.valueOf(timestamp));
        headers.put(
                "webhook-signature", StandardWebhooks.sign(messageId, timestamp, body, keys.webhookSecrets(endpoint)));
        return headers;
    }
}
