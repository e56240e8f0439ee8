package io.gatehouse.orders;

import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.requests.TeamQuestion;

/** Undelivered orders about which a team is to decide. */
@Component
class UndeliveredQuestion implements TeamQuestion {

    private final UndeliveredCases cases;

    UndeliveredQuestion(UndeliveredCases cases) {
        this.cases = cases;
    }

    @Override
    public String key() {
        return "undelivered";
    }

    @Override
    public long waiting(AppId game) {
        return cases.countByAppIdAndClosedAtIsNullAndAwaitingAndWithSuperappFalse(
                game, UndeliveredCase.Awaiting.DECISION);
    }

    @Override
    public String link() {
        return "/virtual-payment/orders?state=DELIVERY_FAILED";
    }
}
