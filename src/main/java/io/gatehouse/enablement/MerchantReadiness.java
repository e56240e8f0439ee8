package io.gatehouse.enablement;

import org.springframework.stereotype.Component;

import io.gatehouse.access.Games;
import io.gatehouse.core.AppId;
import io.gatehouse.merchant.Merchants;

/** The first line of the readiness list: the team is paid through a merchant. */
@Component
class MerchantReadiness implements ReadinessCheck {

    private final Merchants merchants;
    private final Games games;

    MerchantReadiness(Merchants merchants, Games games) {
        this.merchants = merchants;
        this.games = games;
    }

    @Override
    public String key() {
        return "merchant";
    }

    @Override
    public boolean done(AppId game) {
        return merchants.effective(games.get(game).team()).isPresent();
    }

    @Override
    public String link() {
        return "/virtual-payment/merchant";
    }

    @Override
    public int order() {
        return 10;
    }
}
