package io.gatehouse.delivery;

/** What a notification tells the game. */
public enum Kind {
    DELIVERY("minigame_game_pay_goods_deliver_notify"),
    REFUND("minigame_pay_refund_succ_notify");

    private final String event;

    Kind(String event) {
        this.event = event;
    }

    /** Its name on the wire. */
    public String event() {
        return event;
    }
}
