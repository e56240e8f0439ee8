package io.gatehouse.sandbox;

import java.io.Serializable;
import java.util.Currency;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

import io.gatehouse.access.ChosenGame;
import io.gatehouse.access.Person;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Money;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Notice;

/** The page on which one plays the counterparts: player, cashier, and the developer of a game. */
@Controller
@Profile("sandbox")
class PlaygroundController {

    /** A purchase in the list. */
    record Row(ToyPurchase purchase, String total, String state, String look) {}

    /** What stands in the form, also after a refusal. */
    record Typed(String item, String price, String currency, String quantity, int env) implements Serializable {}

    private static final String TYPED = "typed";

    private final ToyGames games;
    private final ToyShop shop;
    private final ToyCashier cashier;
    private final ToyPurchases purchases;
    private final ToyPayments payments;
    private final ToyLedger ledger;
    private final ToyStory story;
    private final ToyKeyring keyring;
    private final ToySettings settings;
    private final Offers offers;
    private final ToyPictures pictures;
    private final ChosenGame chosen;

    PlaygroundController(
            ToyGames games,
            ToyShop shop,
            ToyCashier cashier,
            ToyPurchases purchases,
            ToyPayments payments,
            ToyLedger ledger,
            ToyStory story,
            ToyKeyring keyring,
            ToySettings settings,
            Offers offers,
            ToyPictures pictures,
            ChosenGame chosen) {
        this.games = games;
        this.shop = shop;
        this.cashier = cashier;
        this.purchases = purchases;
        this.payments = payments;
        this.ledger = ledger;
        this.story = story;
        this.keyring = keyring;
        this.settings = settings;
        this.offers = offers;
        this.pictures = pictures;
        this.chosen = chosen;
    }

    @ModelAttribute("players")
    List<ToyPlayer> players() {
        return ToyPlayer.all();
    }

    @GetMapping("/playground")
    String page(
            @RequestParam(required = false) @Nullable String toy,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(defaultValue = "") String item,
            Person me,
            HttpServletRequest request,
            Model model) {
        var game = toy == null ? chosen(request, me) : game(toy);
        var latest = purchases.latest(game.appId());
        var shown = order == null ? latest.stream().findFirst() : purchases.find(game.appId(), order);
        model.addAttribute("toys", games.beside(game.appId()));
        model.addAttribute("toy", game);
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
        return "sandbox/playground";
    }

    @PostMapping("/playground/buy")
    String buy(
            @RequestParam String toy,
            @RequestParam String player,
            @ModelAttribute Typed typed,
            RedirectAttributes flash) {
        try {
            var purchase = shop.buy(game(toy), ToyPlayer.named(player), wanted(typed));
            return back(toy, purchase.outTradeNo());
        } catch (InvalidValue e) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            flash.addFlashAttribute(TYPED, typed);
            return back(toy, null);
        }
    }

    @PostMapping("/playground/pay")
    String pay(@RequestParam String toy, @RequestParam String order, @RequestParam String payId) {
        cashier.pay(payId);
        return back(toy, order);
    }

    @PostMapping("/playground/cancel")
    String cancel(@RequestParam String toy, @RequestParam String order, @RequestParam String payId) {
        cashier.cancel(payId);
        return back(toy, order);
    }

    @PostMapping("/playground/refund")
    String refund(
            @RequestParam String toy,
            @RequestParam String order,
            @RequestParam(required = false) @Nullable String amount,
            @RequestParam String reason) {
        var payment =
                payments.of(game(toy).appId(), order).orElseThrow(() -> new NotFound("playground.no-payment", order));
        var wanted = amount == null || amount.isBlank()
                ? payment.amount()
                : Money.parse("amount", amount, currency(payment.currency())).minor();
        cashier.wantBack(payment.orderNo(), wanted, reason.length() <= 200 ? reason : reason.substring(0, 200));
        return back(toy, order);
    }

    @PostMapping("/playground/keys")
    String keys(
            @RequestParam String toy,
            @RequestParam(defaultValue = "") String appKey,
            @RequestParam(defaultValue = "") String sandboxAppKey,
            @RequestParam(defaultValue = "") String webhookSecret,
            @RequestParam(required = false) @Nullable MultipartFile archive,
            @RequestParam(defaultValue = "") String passphrase,
            RedirectAttributes flash) {
        var game = game(toy);
        var entered = archive == null || archive.isEmpty()
                ? keyring.typed(game.appId(), appKey, sandboxAppKey, webhookSecret)
                : keyring.opened(game.appId(), archive, passphrase);
        var notice = entered
                ? Notice.done("playground.keys.entered")
                : new Notice("bad", "playground.keys.refused", List.of());
        flash.addFlashAttribute(Notice.ATTRIBUTE, notice);
        return back(toy, null);
    }

    @PostMapping("/playground/mood")
    String mood(@RequestParam String toy, @RequestParam ToyMood mood) {
        games.tell(game(toy).appId(), mood);
        return back(toy, null);
    }

    private static ToyShop.Wanted wanted(Typed typed) {
        var unit = Money.parse("price", typed.price(), currency(typed.currency()));
        if (!typed.quantity().matches("\\d{1,9}")) {
            throw new InvalidValue("quantity", "playground.quantity", typed.quantity());
        }
        var quantity = Integer.parseInt(typed.quantity());
        return new ToyShop.Wanted(
                typed.item().strip(), quantity, unit.minor(), unit.currency().getCurrencyCode(), typed.env());
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

    /** The game they work on in the console, if it is one that can be played. */
    private ToyGame chosen(HttpServletRequest request, Person me) {
        return chosen.find(request, me.username())
                .flatMap(it -> games.find(it.appId().value()))
                .or(games::first)
                .orElseThrow(() -> new NotFound("game.none"));
    }

    private ToyGame game(String appId) {
        return games.find(appId).orElseThrow(() -> new NotFound("game.unknown", appId));
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
        return new Row(purchase, Money.of(total, purchase.wanted().currency()).toString(), state, look);
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("currency", "playground.currency", code);
        }
    }

    private static String back(String toy, @Nullable String order) {
        var address = UriComponentsBuilder.fromPath("/playground").queryParam("toy", toy);
        if (order != null) {
            address.queryParam("order", order);
        }
        return "redirect:" + address.encode().toUriString();
    }
}
