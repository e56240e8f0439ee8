package io.gatehouse.orders.web;

import org.jspecify.annotations.Nullable;

import io.gatehouse.delivery.AttemptView;

/**
 * Something in the timeline of an order, in the language of the page.
 *
 * @param look how its mark looks: {@code ok}, {@code bad}, {@code warn}, {@code info}, {@code next} or {@code later}
 * @param badgeLook null for a badge that is plain text
 * @param open whether request and reply are shown at once
 */
record Moment(
        String look,
        String title,
        @Nullable String badge,
        @Nullable String badgeLook,
        String time,
        @Nullable String text,
        @Nullable Wire wire,
        boolean open,
        @Nullable String advice) {

    /** What went over the wire. */
    record Wire(AttemptView attempt, String requestSize, String reply, String replySize) {}

    static Moment of(String look, String title, String time) {
        return new Moment(look, title, null, null, time, null, null, false, null);
    }

    Moment saying(String sentence) {
        return new Moment(look, title, badge, badgeLook, time, sentence, wire, open, advice);
    }

    Moment with(@Nullable String badgeLook, String badge) {
        return new Moment(look, title, badge, badgeLook, time, text, wire, open, advice);
    }

    Moment over(Wire wire, boolean open, @Nullable String advice) {
        return new Moment(look, title, badge, badgeLook, time, text, wire, open, advice);
    }
}
