package io.gatehouse.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.gatehouse.access.Belongings.Kind;

/** Where routes ask for ids, and of what. */
final class AskedIds {

    /** What the ids in the paths are ids of. A route that is in no list here fails. */
    static final Map<String, Kind> IN_PATHS = Map.ofEntries(
            Map.entry("/virtual-payment/orders/{orderNo}", Kind.ORDER),
            Map.entry("/virtual-payment/after-sales/{number}", Kind.REFUND),
            Map.entry("/virtual-payment/enablement/{number}", Kind.ENABLEMENT),
            Map.entry("/virtual-payment/merchant/{number}", Kind.MERCHANT_BINDING),
            Map.entry("/virtual-payment/exemption/{number}", Kind.EXEMPTION),
            Map.entry("/virtual-payment/exports/{id}", Kind.REPORT),
            Map.entry("/virtual-payment/items/item/{code}", Kind.ITEM),
            Map.entry("/virtual-payment/items/imports/{number}", Kind.IMPORT),
            Map.entry("/virtual-payment/items/releases/{number}", Kind.RELEASE),
            Map.entry("/virtual-payment/configuration/recoveries/{id}", Kind.RECOVERY),
            Map.entry("/virtual-payment/configuration/conformance/runs/{id}", Kind.RUN),
            Map.entry("/virtual-payment/configuration/laboratory/{attempt}", Kind.ATTEMPT),
            Map.entry("/team/members/{username}", Kind.MEMBER),
            Map.entry("/account/tokens/{id}", Kind.TOKEN),
            Map.entry("/reviews/{number}", Kind.ENABLEMENT),
            Map.entry("/refunds/{number}", Kind.REFUND),
            Map.entry("/audit/cases/{number}", Kind.ENABLEMENT),
            Map.entry("/exemptions/{appId}", Kind.GAME),
            Map.entry("/people/{username}", Kind.MEMBER),
            Map.entry("/api/v1/games/{game}", Kind.GAME),
            Map.entry("/api/v1/games/{game}/orders/{orderNo}", Kind.ORDER),
            Map.entry("/api/v1/games/{game}/orders/resending/{id}", Kind.RECOVERY),
            Map.entry("/api/v1/games/{game}/refunds/{number}", Kind.REFUND),
            Map.entry("/api/v1/games/{game}/notifications/{attempt}", Kind.ATTEMPT),
            Map.entry("/api/v1/games/{game}/items/{code}", Kind.ITEM),
            Map.entry("/api/v1/games/{game}/releases/{number}", Kind.RELEASE),
            Map.entry("/api/v1/games/{game}/merchant/requests/{number}", Kind.MERCHANT_BINDING),
            Map.entry("/api/v1/games/{game}/enablement/requests/{number}", Kind.ENABLEMENT),
            Map.entry("/api/v1/games/{game}/credentials/requests/{number}", Kind.CREDENTIALS),
            Map.entry("/api/v1/games/{game}/exemption/requests/{number}", Kind.EXEMPTION),
            Map.entry("/api/v1/games/{game}/exemption/revocations/{number}", Kind.REVOCATION));

    /** What stands in paths and is the id of nothing a team has, or stands behind such an id. */
    static final Map<String, String> OF_NOBODY = Map.ofEntries(
            Map.entry("/virtual-payment/items/imports/{number}/rows/{row}", "1"),
            Map.entry("/virtual-payment/configuration/conformance/receivers/{language}", "java"),
            Map.entry("/audit/cases/{number}/instances/{instance}", "1"),
            Map.entry("/operations/{jobId}", "1"),
            Map.entry("/api/v1/merchants/{id}", "1"));

    /** Routes without a person, and those of the toys, each with the reason. */
    static final Map<String, String> WITHOUT_A_PERSON = Map.of(
            "/pictures/{id}", "pictures of items are for the players' phones, under a random id",
            "/invitation/{secret}", "the secret is all there is to know",
            "/xpay/bills/{token}", "a link with a random token",
            "/schemas/", "for everybody",
            "/mailbox/", "of the sandbox only",
            "/playground/", "of the sandbox only",
            "/toy/", "of the sandbox only");

    /** Ids that are asked for as parameters. */
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter("GET", "/virtual-payment/orders", "number", Kind.ORDER),
            new Parameter("GET", "/virtual-payment/orders", "after", Kind.ORDER),
            new Parameter("GET", "/virtual-payment/orders", "item", Kind.ITEM),
            new Parameter("GET", "/virtual-payment/orders/export", "number", Kind.ORDER),
            new Parameter("GET", "/virtual-payment/after-sales", "number", Kind.REFUND),
            new Parameter("GET", "/virtual-payment/after-sales", "number", Kind.ORDER),
            new Parameter("GET", "/virtual-payment/after-sales", "after", Kind.REFUND),
            new Parameter("GET", "/virtual-payment/items", "search", Kind.ITEM),
            new Parameter("GET", "/virtual-payment/items/releases", "after", Kind.RELEASE),
            new Parameter("GET", "/virtual-payment/items/removal", "codes", Kind.ITEM),
            new Parameter("POST", "/virtual-payment/items/removal", "codes", Kind.ITEM),
            new Parameter("GET", "/virtual-payment/items/release", "codes", Kind.ITEM),
            new Parameter("POST", "/virtual-payment/items/release", "codes", Kind.ITEM),
            new Parameter("GET", "/virtual-payment/configuration/laboratory", "order", Kind.ORDER),
            new Parameter("GET", "/virtual-payment/configuration/laboratory/{attempt}", "replay", Kind.REPLAY),
            new Parameter("POST", "/virtual-payment/configuration/conformance/runs", "item", Kind.ITEM),
            new Parameter("GET", "/games", "search", Kind.GAME),
            new Parameter("GET", "/api/v1/games", "search", Kind.GAME),
            new Parameter("GET", "/api/v1/games/{game}/orders", "number", Kind.ORDER),
            new Parameter("GET", "/api/v1/games/{game}/orders", "cursor", Kind.ORDER),
            new Parameter("GET", "/api/v1/games/{game}/refunds", "number", Kind.REFUND),
            new Parameter("GET", "/api/v1/games/{game}/refunds", "cursor", Kind.REFUND),
            new Parameter("GET", "/api/v1/games/{game}/releases", "cursor", Kind.RELEASE),
            new Parameter("GET", "/api/v1/games/{game}/notifications", "order", Kind.ORDER),
            new Parameter("GET", "/api/v1/games/{game}/items", "search", Kind.ITEM));

    static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^/]*}");

    private AskedIds() {}

    static boolean areOfAPerson(Route route) {
        return WITHOUT_A_PERSON.keySet().stream().noneMatch(route.path()::startsWith);
    }

    /** Whether it has an id of something besides the game. */
    static boolean areIn(Route route) {
        return areOfAPerson(route)
                && variables(route.path()).stream()
                        .anyMatch(it -> IN_PATHS.containsKey(it) && IN_PATHS.get(it) != Kind.GAME);
    }

    /** Each with the path before it. */
    static List<String> variables(String path) {
        var matcher = VARIABLE.matcher(path);
        var found = new ArrayList<String>();
        while (matcher.find()) {
            found.add(path.substring(0, matcher.end()));
        }
        return found;
    }

    /** An id that is asked for as a parameter. */
    record Parameter(String method, String path, String name, Kind kind) {

        boolean isOf(Route route) {
            return route.method().equals(method) && route.path().equals(path);
        }
    }
}
