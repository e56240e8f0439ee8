package io.gatehouse.orders;

import java.util.Locale;

/** What people can do about an order that was paid and not delivered. */
enum Resolution {
    /** The game's server is mended: tell it once more. */
    RESEND,
    /** The player has the item; the evidence is in the note. */
    CONFIRM,
    /** The player gets the money back. */
    REFUND;

    /** As forms and gateways name it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Resolution of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
