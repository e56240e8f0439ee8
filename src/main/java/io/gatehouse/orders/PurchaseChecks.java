package io.gatehouse.orders;

import java.time.Clock;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Games;
import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.ReleasedItem;
import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Money;
import io.gatehouse.credentials.Credentials;
import io.gatehouse.enablement.Enablements;
import io.gatehouse.merchant.EffectiveMerchant;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.wire.Signatures;

/** Checks a purchase in the order the protocol fixes; the first fault is the answer. */
@Component
@Transactional(readOnly = true)
class PurchaseChecks {

    private final Games games;
    private final Enablements enablements;
    private final Merchants merchants;
    private final Catalogue catalogue;
    private final Sessions sessions;
    private final Credentials credentials;
    private final PaymentSettings settings;
    private final Clock clock;

    PurchaseChecks(
            Games games,
            Enablements enablements,
            Merchants merchants,
            Catalogue catalogue,
            Sessions sessions,
            Credentials credentials,
            PaymentSettings settings,
            Clock clock) {
        this.games = games;
        this.enablements = enablements;
        this.merchants = merchants;
        this.catalogue = catalogue;
        this.sessions = sessions;
        this.credentials = credentials;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws RefusedPurchase at the first fault; whether outTradeNo is unused is left to the database */
    CheckedPurchase check(Purchase purchase) {
        var json = SignData.parse(required("signData", purchase.signData()));
        var appId = required("appId", purchase.appId());
        var session = required("session", purchase.session());
        var paySig = required("paySig", purchase.paySig());
        var signature = required("signature", purchase.signature());
        var signData = SignData.of(json);
        var game = enabled(appId);
        var merchant = merchants
                .effective(games.get(game).team())
                .filter(it -> it.currency().getCurrencyCode().equals(signData.currencyType()))
                .orElseThrow(() -> new RefusedPurchase(
                        PurchaseFault.CURRENCY, "currency %s is not the merchant's", signData.currencyType()));
        var item = released(game, signData, merchant);
        var player = player(game, session);
        if (settings.verifySignatures()) {
            verify(game, purchase, signData, player, signature, paySig);
        }
        var sold = new SoldItem(
                item.code(), item.name(), item.version(), item.imageUrl(), item.price(), signData.buyQuantity());
        var order = new NewOrder(
                game,
                signData.env(),
                signData.outTradeNo(),
                player.openId(),
                sold,
                signData.attach(),
                signData.zoneId(),
                clock.instant());
        return new CheckedPurchase(order, merchant.id().value());
    }

    private AppId enabled(String appId) {
        return game(appId)
                .filter(enablements::isEnabled)
                .orElseThrow(() ->
                        new RefusedPurchase(PurchaseFault.NOT_ENABLED, "payment is not enabled for appId %s", appId));
    }

    private ReleasedItem released(AppId game, SignData signData, EffectiveMerchant merchant) {
        var item = catalogue
                .released(game, signData.productId())
                .orElseThrow(() ->
                        new RefusedPurchase(PurchaseFault.ITEM_ID, "item id %s is not released", signData.productId()));
        var typed = new Money(signData.goodsPrice(), merchant.currency());
        if (!item.price().equals(typed)) {
            throw new RefusedPurchase(PurchaseFault.PRICE, "goodsPrice is not the price of item %s", item.code());
        }
        return item;
    }

    private PlayerSession player(AppId game, String session) {
        return sessions.find(session)
                .filter(it -> it.game().equals(game))
                .orElseThrow(() -> new RefusedPurchase(PurchaseFault.SESSION, "session is unknown or has expired"));
    }

    private void verify(
            AppId game, Purchase purchase, SignData signData, PlayerSession player, String signature, String paySig) {
        var signed = required("signData", purchase.signData());
        if (!Signatures.matches(Signatures.userSignature(player.sessionKey(), signed), signature)) {
            throw new RefusedPurchase(PurchaseFault.SIGNATURE, "signature is wrong");
        }
        var matches = credentials.accepted(game, signData.env()).stream()
                .anyMatch(key -> Signatures.matches(Signatures.paySig(key.value(), signed), paySig));
        if (!matches) {
            throw new RefusedPurchase(PurchaseFault.PAY_SIG, "paySig is wrong");
        }
    }

    private static Optional<AppId> game(String appId) {
        try {
            return Optional.of(new AppId(appId));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new RefusedPurchase(PurchaseFault.MISSING_PARAMETER, "%s is missing", name);
        }
        return value;
    }
}
