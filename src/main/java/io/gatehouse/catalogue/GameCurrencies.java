package io.gatehouse.catalogue;

import java.util.Currency;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.gatehouse.access.Games;
import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.merchant.EffectiveMerchant;
import io.gatehouse.merchant.Merchants;

/** The currency a game's prices are in: that of its team's merchant. */
@Component
class GameCurrencies {

    private final Games games;
    private final Merchants merchants;

    GameCurrencies(Games games, Merchants merchants) {
        this.games = games;
        this.merchants = merchants;
    }

    Optional<Currency> find(AppId game) {
        return merchants.effective(games.get(game).team()).map(EffectiveMerchant::currency);
    }

    /** @throws IllegalTransition while the team has no effective merchant */
    Currency of(AppId game) {
        return find(game).orElseThrow(() -> new IllegalTransition("item.no-merchant"));
    }
}
