package io.gatehouse.api;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Env;
import io.gatehouse.refunds.RefundReason;
import io.gatehouse.refunds.RefundSource;
import io.gatehouse.refunds.RefundStatus;
import io.gatehouse.refunds.RefundView;
import io.gatehouse.refunds.Word;

/** A refund as it stands. */
@Schema(name = "Refund", description = "A refund as it stands")
record RefundResource(
        @Schema(example = "RF-20261123-0001") String number,

        @Schema(description = "The asker's own number, if they have one") @Nullable
        String externalNo,

        Env env,

        @Schema(description = "Our number of the order") String orderNo,

        @Schema(description = "The game's number of the order")
        String outTradeNo,

        @Schema(description = "The player") String openId,

        @Schema(description = "The item as sold", example = "Royal chest × 2")
        String item,

        @Schema(description = "What shall be given back") Amount amount,

        @Schema(description = "What was paid for the whole order")
        Amount paid,

        RefundReason reason,
        RefundSource source,
        String message,

        @Schema(description = "A user name; player, or api for the game's server")
        String initiatedBy,

        Instant initiatedAt,
        RefundStatus status,

        @Schema(description = "Until when the team may answer, if it is asked") @Nullable
        Instant hearingUntil,

        @Schema(description = "What the team said") @Nullable
        WordResource answer,

        @Schema(description = "What the reviewer decided") @Nullable
        WordResource grant,

        @Schema(description = "What finance staff decided, above the limit") @Nullable
        WordResource release,

        @Schema(description = "The payment channel's number") @Nullable
        String channelNo,

        @Schema(description = "Why the channel did not pay") @Nullable
        String failure,

        @Nullable Instant finishedAt) {

    /** What somebody said or decided. */
    @Schema(name = "Word")
    record WordResource(
            @Schema(description = "Whether they agreed, granted or released it")
            boolean yes,

            String note,
            String by,
            Instant at) {

        static @Nullable WordResource of(@Nullable Word word) {
            return word == null ? null : new WordResource(word.yes(), word.note(), word.by(), word.at());
        }
    }

    static RefundResource of(RefundView refund) {
        return new RefundResource(
                refund.number(),
                refund.externalNo(),
                refund.env(),
                refund.orderNo(),
                refund.outTradeNo(),
                refund.openId(),
                refund.item(),
                Amount.of(refund.amount()),
                Amount.of(refund.paid()),
                refund.reason(),
                refund.source(),
                refund.message(),
                refund.initiatedBy(),
                refund.initiatedAt(),
                refund.status(),
                refund.hearingUntil(),
                WordResource.of(refund.answer()),
                WordResource.of(refund.grant()),
                WordResource.of(refund.release()),
                refund.channelNo(),
                refund.failure(),
                refund.finishedAt());
    }
}
