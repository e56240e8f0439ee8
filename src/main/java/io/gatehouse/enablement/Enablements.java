package io.gatehouse.enablement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Game;
import io.gatehouse.access.Games;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;

/** Which games may sell. */
@Service
@Transactional
public class Enablements {

    private final EnablementRepository enablements;
    private final Games games;
    private final Merchants merchants;
    private final Requests requests;
    private final PaymentEnablementProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Enablements(
            EnablementRepository enablements,
            Games games,
            Merchants merchants,
            Requests requests,
            PaymentEnablementProcess process,
            ApplicationEventPublisher events,
            Clock clock) {
        this.enablements = enablements;
        this.games = games;
        this.merchants = merchants;
        this.requests = requests;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /** Whether purchases are taken now: enabled, with an effective merchant, and the superapp's switch on. */
    @Transactional(readOnly = true)
    public boolean isEnabled(AppId game) {
        return enablements.findById(game.value()).filter(Enablement::isEnabled).isPresent()
                && merchants.paymentSwitchedOn()
                && merchants.effective(games.get(game).team()).isPresent();
    }

    @Transactional(readOnly = true)
    public EnablementStatus status(AppId appId) {
        var enablement = enablements.findById(appId.value());
        var rounds = requests.of(appId, RequestKind.ENABLEMENT);
        return new EnablementStatus(
                enablement.filter(Enablement::isEnabled).isPresent(),
                enablement.map(Enablement::changedAt).orElse(null),
                enablement.map(Enablement::disabledFor).orElse(null),
                missing(games.get(appId), rounds),
                rounds);
    }

    /**
     * Asks the superapp to enable payment for a game.
     *
     * @throws IllegalTransition naming the first precondition that does not hold
     */
    public RequestView request(AppId appId, String message, Username by) {
        var game = games.get(appId);
        for (var missing : missing(game, requests.of(appId, RequestKind.ENABLEMENT))) {
            throw new IllegalTransition(
                    "enablement." + missing.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        var request = requests.open(RequestKind.ENABLEMENT, appId, game.team(), "", message, by);
        process.requested(request);
        return request;
    }

    public void withdraw(AppId appId, String number, Username by) {
        var request = requests.find(number)
                .filter(it -> appId.equals(it.game()) && it.kind() == RequestKind.ENABLEMENT)
                .orElseThrow(() -> new NotFound("request.unknown", number));
        requests.withdraw(request.number(), by);
        process.withdrawn(request);
    }

    /** The superapp ends it: no new purchases; orders already paid still deliver and refund. */
    public void disable(AppId appId, String reason, Username by) {
        var enablement =
                enablements.findById(appId.value()).orElseThrow(() -> new NotFound("enablement.not-enabled", appId));
        enablements.save(enablement.disable(by, reason, clock.instant()));
        requests.revoke(enablement.request(), by, reason);
        events.publishEvent(BusinessEvent.of("payment.disabled", by.value(), "game " + appId)
                .in(appId)
                .under(enablement.request())
                .with("reason", reason));
    }

    void enable(AppId appId, String number) {
        var now = clock.instant();
        enablements.save(enablements
                .findById(appId.value())
                .map(it -> it.enable(number, now))
                .orElseGet(() -> new Enablement(appId, number, now)));
        events.publishEvent(BusinessEvent.of("payment.enabled", BusinessEvent.SYSTEM, "game " + appId)
                .in(appId)
                .under(number));
    }

    private List<Precondition> missing(Game game, List<RequestView> rounds) {
        var missing = new ArrayList<Precondition>();
        if (!game.game()) {
            missing.add(Precondition.IS_A_GAME);
        }
        if (!merchants.paymentSwitchedOn()) {
            missing.add(Precondition.PAYMENT_SWITCH_ON);
        }
        if (merchants.effective(game.team()).isEmpty()) {
            missing.add(Precondition.MERCHANT_EFFECTIVE);
        }
        if (enablements
                .findById(game.appId().value())
                .filter(Enablement::isEnabled)
                .isPresent()) {
            missing.add(Precondition.NOT_ENABLED);
        }
        if (rounds.stream().anyMatch(RequestView::isOpen)) {
            missing.add(Precondition.NO_OPEN_REQUEST);
        }
        return missing;
    }
}
