package io.gatehouse.exemption;

import java.time.Clock;
import java.util.LinkedHashMap;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Games;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.mail.Mail;
import io.gatehouse.mail.Mails;
import io.gatehouse.requests.Requests;

/** The steps of a revocation once nobody has to be asked any more. */
@Component
@Transactional
class Revoking {

    private final ExemptionRepository exemptions;
    private final Revocations revocations;
    private final Requests requests;
    private final Games games;
    private final Access access;
    private final Mails mails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Revoking(
            ExemptionRepository exemptions,
            Revocations revocations,
            Requests requests,
            Games games,
            Access access,
            Mails mails,
            ApplicationEventPublisher events,
            Clock clock) {
        this.exemptions = exemptions;
        this.revocations = revocations;
        this.requests = requests;
        this.games = games;
        this.access = access;
        this.mails = mails;
        this.events = events;
        this.clock = clock;
    }

    /** Safe to run twice. */
    void revoke(String number) {
        var revocation = revocations.findById(number).orElseThrow();
        var exemption = exemptions.findById(revocation.game().value()).orElseThrow();
        if (number.equals(exemption.revocation())) {
            return;
        }
        exemptions.save(exemption.revoke(number, clock.instant()));
        requests.revoke(exemption.request(), revocation.askedBy(), revocation.reason());
        events.publishEvent(
                BusinessEvent.of("exemption.revoked", revocation.askedBy().value(), "game " + revocation.game())
                        .in(revocation.game())
                        .under(number)
                        .with("reason", revocation.reason())
                        .with("takedown", revocation.takedown())
                        .with("items", revocation.items().size()));
    }

    void takeItemsDown(String number) {
        var revocation = revocations.findById(number).orElseThrow();
        if (!revocation.items().isEmpty()) {
            events.publishEvent(new ItemsToTakeDown(
                    revocation.game(), revocation.items(), revocation.reason(), revocation.askedBy(), number));
        }
    }

    void tellTeam(String number) {
        var revocation = revocations.findById(number).orElseThrow();
        var game = games.get(revocation.game());
        var model = new LinkedHashMap<String, Object>();
        model.put("game", game.name());
        model.put("reason", revocation.reason());
        model.put("items", revocation.items().size());
        access.holders(Capability.EXEMPTION_REQUEST, game.team())
                .forEach(person -> mails.queue(Mail.of(
                                number + "/exemption-revoked/" + person.username(),
                                person.username(),
                                "exemption-revoked",
                                model,
                                "/virtual-payment/configuration?game=" + game.appId())
                        .about(game.appId(), number)));
    }
}
