package io.gatehouse.sandbox;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.ItemFilter;
import io.gatehouse.catalogue.ItemTab;
import io.gatehouse.catalogue.VersionView;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Money;

/**
 * What is on sale, for the page on which one plays. A real game has its shop built in; only the page looks it up here,
 * the toys do not know it.
 */
@Component
@Profile("sandbox")
class Offers {

    /** An item that sells now. */
    record Offer(String code, String name, Money money) {

        String currency() {
            return money.currency().getCurrencyCode();
        }
    }

    private static final int MOST = 24;

    private final Catalogue catalogue;

    Offers(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Offer> of(String appId) {
        return catalogue.list(new AppId(appId), new ItemFilter(ItemTab.RELEASED, ""), null, MOST).rows().stream()
                .map(it -> offer(it.code(), Objects.requireNonNull(it.released())))
                .toList();
    }

    Optional<Offer> find(String appId, String code) {
        return code.isEmpty()
                ? Optional.empty()
                : catalogue.released(new AppId(appId), code).map(it -> new Offer(it.code(), it.name(), it.price()));
    }

    private static Offer offer(String code, VersionView version) {
        return new Offer(code, version.name(), version.price());
    }
}
