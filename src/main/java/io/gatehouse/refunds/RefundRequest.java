package io.gatehouse.refunds;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.ForeignText;

/**
 * Somebody asks for money back.
 *
 * @param orderNo our order number
 * @param amount in minor units of the order's currency; null for all that is left of what was paid
 * @param message what they say, at most 500 characters; may be empty
 * @param by a person's username, {@code player}, or {@code api} for the game's server
 * @param externalNo the asker's own number of this refund, if they have one: the same number again gives the same
 *     refund
 */
public record RefundRequest(
        AppId game,
        String orderNo,
        @Nullable Long amount,
        RefundReason reason,
        RefundSource source,
        String message,
        String by,
        @Nullable String externalNo) {

    /** A player's words come from another machine. */
    public RefundRequest {
        message = ForeignText.plain(message);
    }
}
