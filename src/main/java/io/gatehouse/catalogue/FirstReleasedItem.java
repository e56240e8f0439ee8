package io.gatehouse.catalogue;

import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.enablement.ReadinessCheck;

/** Whether the game has an item on sale. */
@Component
class FirstReleasedItem implements ReadinessCheck {

    private final ItemList list;

    FirstReleasedItem(ItemList list) {
        this.list = list;
    }

    @Override
    public String key() {
        return "released-item";
    }

    @Override
    public boolean done(AppId game) {
        return list.counts(game).getOrDefault(ItemTab.RELEASED, 0) > 0;
    }

    @Override
    public String link() {
        return "/virtual-payment/items";
    }

    @Override
    public int order() {
        return 60;
    }
}
