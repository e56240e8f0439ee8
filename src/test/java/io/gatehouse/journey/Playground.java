package io.gatehouse.journey;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The other side, as one plays it on the sandbox's page: a player, the cashier, the game's developer. */
class Playground {

    private static final Pattern ORDER = Pattern.compile("GH[A-Z0-9-]{8,}");

    private final Desk desk;
    private final String game;
    private final Map<String, String> purchases = new HashMap<>();

    Playground(Desk desk, String game) {
        this.desk = desk;
        this.game = game;
        open();
    }

    Playground open() {
        desk.open("/playground?toy=" + game);
        return this;
    }

    Playground enterKeys(Path archive, String passphrase) {
        desk.attach("Mailed archive", archive)
                .type("Passphrase", passphrase)
                .press("Enter keys")
                .reads("The keys are entered at the game's server.");
        return this;
    }

    /** Tells the game's server what to do with the notifications to come. */
    Playground tell(String mood) {
        open();
        desk.select("When a notification comes", mood).press("Tell the server");
        return this;
    }

    /** Buys what is on sale under that name and pays; the number of the order. */
    String buy(String item, String player) {
        open();
        desk.follow(item).select("Player", player).press("Buy");
        var order = desk.find(ORDER);
        purchases.put(order, desk.main().locator("#story h2").innerText());
        desk.main().locator("#story .gh-card-f button.is-main").click();
        desk.awaits("Payment callback to Gatehouse");
        return order;
    }

    /** Opens what was bought under an order's number. */
    Playground show(String order) {
        open();
        desk.follow(purchases.get(order));
        return this;
    }

    Playground awaits(String... texts) {
        desk.awaits(texts);
        return this;
    }

    Playground wantBack(String reason) {
        desk.type("Why the player wants it back", reason).press("Ask for a refund");
        return this;
    }

    Playground picture(String name) {
        desk.picture(name);
        return this;
    }
}
