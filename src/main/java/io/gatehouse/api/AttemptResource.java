package io.gatehouse.api;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.delivery.AttemptView;
import io.gatehouse.delivery.Kind;
import io.gatehouse.delivery.Outcome;

/** One attempt at a notification. */
@Schema(name = "Attempt", description = "One attempt at a notification")
record AttemptResource(
        int number,
        Kind kind,

        @Schema(description = "Whether it was a test") boolean mock,

        Instant at,
        String url,

        @Schema(description = "The address really connected to; null if none was") @Nullable
        String address,

        @Schema(description = "Until the reply was whole or the attempt was given up")
        int millis,

        @Schema(description = "Where these went, in their order: name, connect, tls, answer (the first byte), rest")
        List<AttemptView.Phase> phases,

        @Schema(description = "HTTP status; 0 if there was no answer")
        int status,

        Outcome outcome,

        @Schema(description = "What it was; it never changes, unlike its sentence", example = "return-code")
        String diagnosis,

        @Schema(description = "The same as a sentence") String explanation,

        @Schema(description = "What to do about it; null if it was acknowledged") @Nullable
        String advice,

        @Schema(description = "As it was sent, its signatures masked; null if nothing was sent") @Nullable
        String request,

        @Nullable String replyType,

        @Schema(description = "At most 4 KiB of the reply") String reply) {

    static AttemptResource of(AttemptView attempt, Wording words) {
        return new AttemptResource(
                attempt.number(),
                attempt.kind(),
                attempt.mock(),
                attempt.at(),
                attempt.url(),
                attempt.address(),
                attempt.millis(),
                attempt.phases(),
                attempt.status(),
                attempt.outcome(),
                attempt.diagnosis(),
                words.say("delivery.diagnosis." + attempt.diagnosis(), attempt.detail()),
                attempt.acknowledged()
                        ? null
                        : words.say(
                                "delivery.advice." + attempt.diagnosis(),
                                attempt.form().success(),
                                attempt.form().contentType()),
                attempt.request(),
                attempt.replyType(),
                attempt.reply());
    }
}
