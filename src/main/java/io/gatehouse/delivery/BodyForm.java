package io.gatehouse.delivery;

import io.gatehouse.outbound.Reply;

/** How a notification looks on the wire, and what counts as an answer to it. */
interface BodyForm {

    /** What the event says: the text that is signed as a whole. */
    String payload(GoodsDelivery delivery);

    String payload(RefundSucceeded refund);

    /**
     * The bytes that go out, the same at every try.
     *
     * @param appKey the key the payload is signed with
     * @param mock whether it is a test: the game checks and answers, and delivers nothing
     */
    byte[] envelope(Kind kind, String payload, String payModel, String appKey, boolean mock);

    /** What a whole reply means. */
    Verdict judge(Reply reply);
}
