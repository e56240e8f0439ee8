package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Env;
import io.gatehouse.delivery.PastNotification;

/** An attempt, with the notification it was for. */
@Schema(name = "NotificationAttempt", description = "An attempt, with the notification it was for")
record NotificationAttempt(
        @Schema(description = "Of the attempt") long id,

        @Schema(
                description = "Of the notification: the webhook-id its receiver saw, the same at every attempt",
                example = "msg_019abf0e5d2f7c3b9a41d0c6f2e8b713")
        String notification,

        Env env,

        @Schema(description = "Our number; null for a test") @Nullable
        String orderNo,

        AttemptResource attempt) {

    static NotificationAttempt of(PastNotification past, Wording words) {
        return new NotificationAttempt(
                past.id(), past.messageId(), past.env(), past.orderNo(), AttemptResource.of(past.attempt(), words));
    }
}
