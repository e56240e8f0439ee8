package io.gatehouse.console.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Person;

/** The navigation: what a person's roles may view, as far as the modules that are switched on have it. */
@Component
class Navigation {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final Access access;
    private final ReviewQueue queue;
    private final SingletonSupplier<Set<String>> mapped;

    Navigation(
            Access access,
            ReviewQueue queue,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.access = access;
        this.queue = queue;
        this.mapped = SingletonSupplier.of(() -> mapped(mapping));
    }

    List<NavigationGroup> of(Person person, String path) {
        var there = mapped.obtain();
        return Arrays.stream(Place.values())
                .filter(it -> it.leadsSomewhere(there) && mayView(person, it))
                .collect(Collectors.groupingBy(
                        Place::group,
                        LinkedHashMap::new,
                        Collectors.mapping(it -> it.entry(path, late(it, person)), Collectors.toList())))
                .entrySet()
                .stream()
                .map(it -> new NavigationGroup(it.getKey(), it.getValue()))
                .toList();
    }

    private boolean mayView(Person person, Place place) {
        if (place == Place.TASKLIST) {
            return person.isOfTheSuperapp() && mayDecide(person);
        }
        return place.capabilities.isEmpty()
                || place.capabilities.stream()
                        .anyMatch(it -> access.explain(person, it).allowed());
    }

    private @Nullable Integer late(Place place, Person person) {
        var late = place == Place.REVIEWS ? queue.late(person) : 0;
        return late == 0 ? null : Integer.valueOf(late);
    }

    private boolean mayDecide(Person person) {
        return Place.REVIEWS.capabilities.stream()
                .anyMatch(it -> access.explain(person, it).allowed());
    }

    private static Set<String> mapped(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(it -> it.getPatternValues().stream())
                .collect(Collectors.toSet());
    }

    private enum Place {
        HOME("", "/", "home"),
        DASHBOARD("game", "/virtual-payment/dashboard", "chart", Capability.ORDER_VIEW),
        MERCHANT("payment", "/virtual-payment/merchant", "link", Capability.MERCHANT_VIEW),
        ENABLEMENT("payment", "/virtual-payment/enablement", "power", Capability.ENABLEMENT_VIEW),
        CONFIGURATION("payment", "/virtual-payment/configuration", "gear", Capability.DELIVERY_CONFIG_VIEW),
        ITEMS("payment", "/virtual-payment/items", "box", Capability.ITEM_VIEW),
        ORDERS("payment", "/virtual-payment/orders", "receipt", Capability.ORDER_VIEW),
        AFTER_SALES("payment", "/virtual-payment/after-sales", "return", Capability.AFTERSALES_VIEW),
        MEMBERS("team", "/team/members", "people", Capability.TEAM_MEMBERS),
        APP_SECRET("team", "/team/app-secret", "key", Capability.TEAM_MEMBERS),
        REVIEWS(
                "superapp",
                "/reviews",
                "eye",
                Capability.ENABLEMENT_DECIDE,
                Capability.ITEM_RELEASE_DECIDE,
                Capability.REFUND_PAY),
        REFUNDS("superapp", "/refunds", "return", Capability.REFUND_DECIDE, Capability.REFUND_PAY),
        TASKLIST("superapp", Navigation.TASKLIST, "check"),
        EXEMPTIONS("superapp", "/exemptions", "skip", Capability.EXEMPTION_REVOKE),
        MERCHANTS("superapp", "/merchants", "swap", Capability.MERCHANT_MANAGE),
        AUDIT("superapp", "/audit", "shield", Capability.AUDIT_VIEW),
        OPERATIONS("superapp", "/operations", "pulse", Capability.OPERATIONS_VIEW),
        PEOPLE("platform", "/people", "people", Capability.PEOPLE_MANAGE),
        TEAMS("platform", "/teams", "team", Capability.PEOPLE_MANAGE),
        MAILBOX("sandbox", "/mailbox", "mail"),
        PLAYGROUND("sandbox", "/playground", "play");

        private final String group;
        private final String path;
        private final String icon;
        private final List<Capability> capabilities;

        Place(String group, String path, String icon, Capability... anyOf) {
            this.group = group;
            this.path = path;
            this.icon = icon;
            this.capabilities = List.of(anyOf);
        }

        String group() {
            return group;
        }

        boolean leadsSomewhere(Set<String> mapped) {
            return path.startsWith("/camunda/") || mapped.contains(path);
        }

        NavigationEntry entry(String at, @Nullable Integer late) {
            var current = at.equals(path) || (!path.equals("/") && at.startsWith(path + "/"));
            var key = name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new NavigationEntry(key, path, icon, current, late);
        }
    }
}
