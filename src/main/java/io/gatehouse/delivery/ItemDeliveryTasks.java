package io.gatehouse.delivery;

import org.springframework.stereotype.Component;

/** What the process {@code item-delivery} asks for. Public, because the engine's expressions see nothing else. */
@Component
public class ItemDeliveryTasks {

    private final Notifications notifications;

    ItemDeliveryTasks(Notifications notifications) {
        this.notifications = notifications;
    }

    /**
     * Takes over the sender's attempts at an order's delivery notification; run again it finds the same.
     *
     * @return whether the game's server acknowledged it
     */
    public boolean send(String orderNo) {
        return ItemDeliveryProcess.outcome(orderNo).orElseGet(() -> notifications.isAcknowledged(orderNo));
    }
}
