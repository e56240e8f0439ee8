package io.gatehouse.delivery;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;

/**
 * An attempt at a notification that was made, with the bytes it had.
 *
 * @param id of the attempt
 * @param messageId what the receiver saw as {@code webhook-id}
 * @param body as it was sent, its signature included: not for a page
 * @param attempt the same as a person may see it
 */
public record PastNotification(
        long id,
        AppId game,
        String messageId,
        Env env,
        @Nullable String orderNo,
        String body,
        AttemptView attempt) {

    @Override
    public String toString() {
        return "PastNotification[%d]".formatted(id);
    }
}
