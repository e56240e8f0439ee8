package io.gatehouse.catalogue;

import java.util.List;
import java.util.Objects;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.exemption.ExemptItem;
import io.gatehouse.exemption.ExemptItems;
import io.gatehouse.exemption.ItemsToTakeDown;

/** Tells which items sell by virtue of an exemption, and takes them down when it is revoked. */
@Component
class ItemsOfExemptions implements ExemptItems {

    private final ItemList list;
    private final Catalogue catalogue;

    ItemsOfExemptions(ItemList list, Catalogue catalogue) {
        this.list = list;
        this.catalogue = catalogue;
    }

    @Override
    public List<ExemptItem> of(AppId game) {
        return list.releasedExempt(game).stream().map(ItemsOfExemptions::exempt).toList();
    }

    @EventListener
    void takeDown(ItemsToTakeDown revoked) {
        catalogue.takeDown(revoked);
    }

    private static ExemptItem exempt(ItemView item) {
        var released = Objects.requireNonNull(item.released());
        return new ExemptItem(item.code(), released.name(), released.price(), released.pictureUrl());
    }
}
