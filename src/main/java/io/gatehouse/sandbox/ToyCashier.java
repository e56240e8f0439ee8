package io.gatehouse.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The toy superapp's counter: players log in, pay, and ask for their money back. */
@Component
@Profile("sandbox")
class ToyCashier {

    private static final Duration FIRST_REPEAT = Duration.ofSeconds(5);

    private final ToyLogins logins;
    private final ToyPayments payments;
    private final ToyRefunds refunds;
    private final ToyCallbacks callbacks;
    private final Clock clock;

    ToyCashier(ToyLogins logins, ToyPayments payments, ToyRefunds refunds, ToyCallbacks callbacks, Clock clock) {
        this.logins = logins;
        this.payments = payments;
        this.refunds = refunds;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** What {@code wx.login} gives a game that a player opens: a code, good once and for five minutes. */
    String login(ToyPlayer player, String appId) {
        var code = ToyCrypto.random(32);
        logins.add(code, appId, player.openId(appId), clock.instant());
        return code;
    }

    /** Takes the player's money, once, and tells Gatehouse; a second press changes nothing. */
    void pay(String payId) {
        var now = clock.instant();
        var transactionId =
                "4200" + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        if (payments.pay(payId, transactionId, now, now.plus(FIRST_REPEAT))) {
            payments.byPayId(payId).ifPresent(callbacks::tell);
        }
    }

    /** The player walks away. */
    void cancel(String payId) {
        payments.close(payId);
    }

    /** Hands on that the player wants their money back; whether they get it is not decided here. */
    void wantBack(String orderNo, long amount, String reason) {
        payments.find(orderNo)
                .filter(ToyPayment::isPaid)
                .ifPresent(payment -> refunds.wish(new ToyRefund.Wish(
                        "TW" + ToyCrypto.random(14), orderNo, amount, reason, clock.instant(), "NO", 0, null)));
        callbacks.tellWhatWaits();
    }
}
