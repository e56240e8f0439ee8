package io.gatehouse.exemption;

import java.time.Clock;
import java.util.Objects;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Games;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;

/** Which games may release items without approval. */
@Service
@Transactional
public class Exemptions {

    private final ExemptionRepository exemptions;
    private final Games games;
    private final Access access;
    private final Requests requests;
    private final ReviewExemptionProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Exemptions(
            ExemptionRepository exemptions,
            Games games,
            Access access,
            Requests requests,
            ReviewExemptionProcess process,
            ApplicationEventPublisher events,
            Clock clock) {
        this.exemptions = exemptions;
        this.games = games;
        this.access = access;
        this.requests = requests;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /** Whether releases of that game need no approval now. */
    @Transactional(readOnly = true)
    public boolean covers(AppId game) {
        return exemptions.findById(game.value()).filter(Exemption::isGranted).isPresent();
    }

    @Transactional(readOnly = true)
    public ExemptionStatus status(AppId game) {
        var exemption = exemptions.findById(game.value());
        var revokedFor = exemption
                .map(Exemption::revocation)
                .flatMap(requests::find)
                .map(RequestView::message)
                .orElse(null);
        return new ExemptionStatus(
                exemption.filter(Exemption::isGranted).isPresent(),
                exemption.map(Exemption::request).orElse(null),
                exemption.map(Exemption::grantedAt).orElse(null),
                exemption.map(Exemption::revokedAt).orElse(null),
                revokedFor,
                requests.of(game, RequestKind.EXEMPTION));
    }

    /** Asks the superapp that releases of a game need no approval any more. */
    public RequestView request(AppId game, String message, Username by) {
        access.require(by, Capability.EXEMPTION_REQUEST, game);
        IllegalTransition.unless(!covers(game), "exemption.granted-already", game);
        var request = requests.open(RequestKind.EXEMPTION, game, games.get(game).team(), "", message, by);
        process.requested(request);
        return request;
    }

    public void withdraw(AppId game, String number, Username by) {
        access.require(by, Capability.EXEMPTION_REQUEST, game);
        var request = requests.find(number)
                .filter(it -> game.equals(it.game()) && it.kind() == RequestKind.EXEMPTION)
                .orElseThrow(() -> new NotFound("request.unknown", number));
        requests.withdraw(request.number(), by);
        process.withdrawn(request);
    }

    void grant(String number) {
        var game = Objects.requireNonNull(requests.get(number).game());
        var now = clock.instant();
        exemptions.save(exemptions
                .findById(game.value())
                .map(it -> it.grant(number, now))
                .orElseGet(() -> new Exemption(game, number, now)));
        events.publishEvent(BusinessEvent.of("exemption.granted", BusinessEvent.SYSTEM, "game " + game)
                .in(game)
                .under(number));
    }
}
