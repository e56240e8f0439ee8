package io.gatehouse.sandbox;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/** The toy games and their players, as somebody plays them who does not use the page. */
@Service
@Profile("sandbox")
public class Toys {

    private final ToyGames games;
    private final ToyShop shop;
    private final ToyCashier cashier;
    private final ToyPurchases purchases;
    private final Clock clock;

    Toys(ToyGames games, ToyShop shop, ToyCashier cashier, ToyPurchases purchases, Clock clock) {
        this.games = games;
        this.shop = shop;
        this.cashier = cashier;
        this.purchases = purchases;
        this.clock = clock;
    }

    public boolean knows(String appId) {
        return games.find(appId).isPresent();
    }

    public void add(String appId, String name, String appSecret) {
        games.add(appId, name, appSecret);
    }

    public boolean hasKeys(String appId) {
        return games.find(appId).map(ToyGame::keys).isPresent();
    }

    /** What the game's developer does with the mailed keys. */
    public void enterKeys(String appId, String appKey, String sandboxAppKey, @Nullable String webhookSecret) {
        games.enter(appId, new ToyGame.Keys(appKey, sandboxAppKey, webhookSecret), clock.instant());
    }

    /** How often something was bought in a game. */
    public int purchases(String appId) {
        return purchases.count(appId);
    }

    /**
     * A player buys one piece and pays at the cashier.
     *
     * @param player any number; there are four players
     * @param price in minor units
     * @return Gatehouse's number of the order; empty if it was refused
     */
    public String buy(String appId, int player, String item, long price, String currency) {
        var players = ToyPlayer.all();
        var wanted = new ToyShop.Wanted(item, 1, price, currency, 0);
        var purchase = shop.buy(games.find(appId).orElseThrow(), players.get(player % players.size()), wanted);
        if (purchase.isAccepted()) {
            cashier.pay(purchase.payId());
        }
        return purchase.orderNo();
    }

    /** A player wants their money back. */
    public void wantBack(String orderNo, long amount, String reason) {
        cashier.wantBack(orderNo, amount, reason);
    }
}
