package io.gatehouse.refunds;

import java.util.Locale;

/** Who asked for a refund; the numbers are those of the refund notification. */
public enum RefundSource {
    /** The player, through the superapp. */
    PLAYER(1),
    /** The superapp's staff, on a player's behalf. */
    STAFF(2),
    /** The game's server. */
    API(3),
    /** Nobody could deliver the order. */
    UNDELIVERED(2);

    private final int number;

    RefundSource(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** As the message bundles name it: {@code refunds.source.player}. */
    public String key() {
        return "refunds.source." + name().toLowerCase(Locale.ROOT);
    }
}
