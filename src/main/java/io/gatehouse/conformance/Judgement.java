package io.gatehouse.conformance;

/** What the answers of a game's server say of it. */
class Judgement {

    private static final int ACCIDENTS = 500;

    private final Wish wish;

    Judgement(Wish wish) {
        this.wish = wish;
    }

    /** A mock hands out nothing; an order is handed out once. */
    Note handedOut(Exchange exchange) {
        var deliveries = Deliveries.in(exchange);
        if (deliveries.isEmpty()) {
            return Note.ACKNOWLEDGED;
        }
        if (wish.isMock()) {
            return deliveries.getAsInt() == 0 ? Note.ACKNOWLEDGED : Note.MOCK_HANDED_OUT;
        }
        return switch (deliveries.getAsInt()) {
            case 0 -> Note.NOT_HANDED_OUT;
            case 1 -> Note.ACKNOWLEDGED;
            default -> Note.HANDED_OUT_TWICE;
        };
    }

    /** A crash keeps a forger out as well, until it is mended. */
    static Note refusal(Exchange exchange) {
        if (!exchange.refused()) {
            return Note.NO_ANSWER;
        }
        return exchange.reply().status() >= ACCIDENTS ? Note.CRASHED : Note.REFUSED;
    }

    Note twice(Exchange first, Exchange second) {
        if (!first.acknowledged() || !second.acknowledged()) {
            return Note.NOT_ACKNOWLEDGED;
        }
        var note = handedOut(second);
        if (note != Note.ACKNOWLEDGED) {
            return note;
        }
        return wish.isMock() || Deliveries.in(second).isEmpty() ? Note.UNOBSERVED : Note.ONCE;
    }

    /** Whoever has to wait for a slow one takes about as long. */
    static Note patience(Exchange whole, Exchange beside) {
        if (!whole.acknowledged()) {
            return Note.NOT_ACKNOWLEDGED;
        }
        var waited = beside.reply().millis() > whole.reply().millis() / 2;
        return beside.acknowledged() && !waited ? Note.ACKNOWLEDGED : Note.HELD_UP;
    }

    Note afterRefund(Exchange refund, Exchange delivery) {
        if (!refund.acknowledged() || !delivery.acknowledged()) {
            return Note.NOT_ACKNOWLEDGED;
        }
        var deliveries = Deliveries.in(delivery);
        if (wish.isMock() || deliveries.isEmpty()) {
            return Note.UNOBSERVED;
        }
        return deliveries.getAsInt() == 0 ? Note.NOTHING_AFTER_REFUND : Note.HANDED_OUT_AFTER_REFUND;
    }
}
