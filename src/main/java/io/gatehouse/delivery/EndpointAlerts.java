package io.gatehouse.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Games;
import io.gatehouse.mail.Mail;
import io.gatehouse.mail.Mails;

/** Tells a team by mail that its server does not answer: at the first failure, after an hour, after six. */
@Component
class EndpointAlerts {

    private static final List<Duration> STAGES = List.of(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(6));

    /** One that comes and goes makes no mail every minute. */
    private static final Duration BETWEEN_FIRST_ALERTS = Duration.ofHours(1);

    private static final String PAGE = "/virtual-payment/configuration/endpoint?game=%s&env=%s";

    private final EndpointStates states;
    private final EndpointEvents events;
    private final Configurations configurations;
    private final Games games;
    private final Access access;
    private final Mails mails;
    private final Clock clock;

    EndpointAlerts(
            EndpointStates states,
            EndpointEvents events,
            Configurations configurations,
            Games games,
            Access access,
            Mails mails,
            Clock clock) {
        this.states = states;
        this.events = events;
        this.configurations = configurations;
        this.games = games;
        this.access = access;
        this.mails = mails;
        this.clock = clock;
    }

    @Transactional
    public void tell() {
        var now = clock.instant();
        states.failing(STAGES.size()).forEach(it -> tellOfFailing(it, now));
        states.newlyOff().forEach(it -> {
            mail(it, "delivery-endpoint-off", it.offSince());
            events.add(it.endpoint(), now, EndpointEvent.What.TOLD_OFF, "");
        });
    }

    private void tellOfFailing(EndpointStates.State state, Instant now) {
        var since = state.failingSince();
        var stage = (int) STAGES.stream()
                .filter(it -> since != null && !now.isBefore(since.plus(it)))
                .count();
        var first = state.firstAlertAt();
        var tooSoon = stage == 1 && first != null && now.isBefore(first.plus(BETWEEN_FIRST_ALERTS));
        if (stage > state.alerts() && !tooSoon) {
            mail(state, "delivery-failing", since);
            events.add(state.endpoint(), now, EndpointEvent.What.TOLD_FAILING, String.valueOf(stage));
            states.alerted(state.endpoint(), stage, state.alerts() == 0 ? now : null);
        }
    }

    private void mail(EndpointStates.State state, String template, Instant since) {
        var game = games.get(state.endpoint().game());
        var url = configurations
                .findById(game.appId().value())
                .map(it -> it.url(state.endpoint().env()).toString())
                .orElse("");
        var model = new LinkedHashMap<String, Object>();
        model.put("game", game.name());
        model.put("url", url);
        model.put("since", Date.from(since));
        model.put("diagnosis", sentence(state));
        for (var person : access.holders(Capability.DELIVERY_CONFIG_EDIT, game.team())) {
            var key = "%s/%s/%s/%s/%s/%s"
                    .formatted(
                            template, game.appId(), state.endpoint().env(), since, state.alerts(), person.username());
            mails.queue(Mail.of(
                            key,
                            person.username(),
                            template,
                            model,
                            PAGE.formatted(game.appId(), state.endpoint().env()))
                    .about(game.appId(), null));
        }
    }

    private static DefaultMessageSourceResolvable sentence(EndpointStates.State state) {
        var diagnosis = state.lastDiagnosis() == null ? Diagnosis.NOT_SENT : Diagnosis.valueOf(state.lastDiagnosis());
        return new DefaultMessageSourceResolvable("delivery.cause." + diagnosis.key());
    }
}
