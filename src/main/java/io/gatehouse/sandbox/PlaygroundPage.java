package io.gatehouse.sandbox;

import java.io.Serializable;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.gatehouse.core.Money;

/** What the playground shows of a game: its purchases, the story of one of them, and what to buy next. */
@Component
@Profile("sandbox")
class PlaygroundPage {

    /** A purchase in the list. */
    record Row(ToyPurchase purchase, Money total, String state, String look) {}

    /** What stands in the form, also after a refusal. */
    record Typed(String item, String price, String currency, String quantity, int env) implements Serializable {}

    static final String TYPED = "typed";

    private final ToyGames games;
    private final ToyPurchases purchases;
    private final ToyPayments payments;
    private final ToyLedger ledger;
    private final ToyStory story;
    private final ToySettings settings;
    private final Offers offers;
    private final ToyPictures pictures;

    PlaygroundPage(
            ToyGames games,
            ToyPurchases purchases,
            ToyPayments payments,
            ToyLedger ledger,
            ToyStory story,
            ToySettings settings,
            Offers offers,
            ToyPictures pictures) {
        this.games = games;
        this.purchases = purchases;
        this.payments = payments;
        this.ledger = ledger;
        this.story = story;
        this.settings = settings;
        this.offers = offers;
        this.pictures = pictures;
    }

    /** @param order the game's number of the purchase whose story is told; null for the latest */
    void show(ToyGame game, @Nullable String order, String item, Model model) {
        var latest = purchases.latest(game.appId());
        var shown = order == null ? latest.stream().findFirst() : purchases.find(game.appId(), order);
        model.addAttribute("toys", games.beside(game.appId()));
        model.addAttribute("toy", game);
        model.addAttribute("players", ToyPlayer.all());
        model.addAttribute("url", settings.address() + "/toy/game/" + game.appId() + "/notify");
        model.addAttribute("testUrl", settings.address() + "/toy/game/" + game.appId() + "/test-notify");
        model.addAttribute("moods", ToyMood.values());
        model.addAttribute("rows", latest.stream().map(this::row).toList());
        model.addAttribute("pictures", pictures.names());
        model.addAttribute("bag", ledger.latestDeliveries(game.appId()));
        model.addAttribute("calls", ledger.latestCalls(game.appId()));
        shown.ifPresent(purchase -> {
            model.addAttribute("shown", row(purchase));
            model.addAttribute("steps", story.of(purchase));
            model.addAttribute("payment", payments.find(purchase.orderNo()).orElse(null));
        });
        model.addAttribute("offers", offers.of(game.appId()));
        if (!model.containsAttribute(TYPED)) {
            model.addAttribute(TYPED, suggested(game.appId(), item, latest));
        }
    }

    private Typed suggested(String appId, String item, List<ToyPurchase> latest) {
        return offers.find(appId, item)
                .map(it -> new Typed(it.code(), it.money().major(), it.currency(), "1", 0))
                .or(() -> latest.stream()
                        .findFirst()
                        .map(it -> it.wanted())
                        .map(it -> new Typed(
                                it.item(),
                                Money.of(it.price(), it.currency()).major(),
                                it.currency(),
                                String.valueOf(it.quantity()),
                                it.env())))
                .orElse(new Typed("", "", "USD", "1", 0));
    }

    private Row row(ToyPurchase purchase) {
        var total = purchase.wanted().price() * purchase.wanted().quantity();
        var delivered = ledger.delivered(purchase.appId(), purchase.outTradeNo());
        var payment = payments.find(purchase.orderNo());
        var state = !purchase.isAccepted()
                ? "refused"
                : delivered.isPresent()
                        ? delivered.get().refunded() > 0 ? "refunded" : "delivered"
                        : payment.filter(ToyPayment::isPaid).isPresent() ? "paid" : "open";
        var look = switch (state) {
            case "refused" -> "is-bad";
            case "delivered" -> "is-ok";
            case "refunded" -> "is-info";
            case "paid" -> "is-warn";
            default -> "is-idle";
        };
        return new Row(purchase, Money.of(total, purchase.wanted().currency()), state, look);
    }
}
