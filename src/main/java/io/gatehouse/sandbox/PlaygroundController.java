package io.gatehouse.sandbox;

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

    private final PlaygroundPage playground;
    private final ToyGames games;
    private final ToyShop shop;
    private final ToyCashier cashier;
    private final ToyPayments payments;
    private final ToyKeyring keyring;
    private final ChosenGame chosen;

    PlaygroundController(
            PlaygroundPage playground,
            ToyGames games,
            ToyShop shop,
            ToyCashier cashier,
            ToyPayments payments,
            ToyKeyring keyring,
            ChosenGame chosen) {
        this.playground = playground;
        this.games = games;
        this.shop = shop;
        this.cashier = cashier;
        this.payments = payments;
        this.keyring = keyring;
        this.chosen = chosen;
    }

    @PostMapping("/playground/buy")
    String buy(
            @RequestParam String toy,
            @RequestParam String player,
            @ModelAttribute PlaygroundPage.Typed typed,
            RedirectAttributes flash) {
        try {
            var purchase = shop.buy(game(toy), ToyPlayer.named(player), wanted(typed));
            return back(toy, purchase.outTradeNo());
        } catch (InvalidValue e) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            flash.addFlashAttribute(PlaygroundPage.TYPED, typed);
            return back(toy, null);
        }
    }

    @GetMapping("/playground")
    String page(
            @RequestParam(required = false) @Nullable String toy,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(defaultValue = "") String item,
            Person me,
            HttpServletRequest request,
            Model model) {
        if (toy != null) {
            chosen.keep(request, me.username(), toy);
        }
        playground.show(toy == null ? chosen(request, me) : game(toy), order, item, model);
        return "sandbox/playground";
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

    private static ToyShop.Wanted wanted(PlaygroundPage.Typed typed) {
        var unit = Money.parse("price", typed.price(), currency(typed.currency()));
        if (!typed.quantity().matches("\\d{1,9}")) {
            throw new InvalidValue("quantity", "playground.quantity", typed.quantity());
        }
        var quantity = Integer.parseInt(typed.quantity());
        return new ToyShop.Wanted(
                typed.item().strip(), quantity, unit.minor(), unit.currency().getCurrencyCode(), typed.env());
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
