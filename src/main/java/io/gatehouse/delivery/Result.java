package io.gatehouse.delivery;

import io.gatehouse.outbound.Reply;

/** What becomes of a parcel that was taken. */
sealed interface Result {

    Parcel parcel();

    /** It was sent, or an attempt at it was made. */
    record Tried(Parcel parcel, Reply reply, Verdict verdict) implements Result {}

    /** It was not sent and goes back as it was. */
    record PutBack(Parcel parcel) implements Result {}
}
