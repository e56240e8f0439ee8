package io.gatehouse.orders;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.mail.Mail;
import io.gatehouse.mail.Mails;

/**
 * Mails about undelivered orders. When a game's server is down, thousands of orders fail within minutes: a person gets
 * one mail an hour and game, which leads to the list and stands in the case of each order.
 */
@Component
class UndeliveredMails {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyyMMddHH").withZone(ZoneOffset.UTC);

    private final Access access;
    private final People people;
    private final Games games;
    private final Mails mails;
    private final Clock clock;

    UndeliveredMails(Access access, People people, Games games, Mails mails, Clock clock) {
        this.access = access;
        this.people = people;
        this.games = games;
        this.mails = mails;
        this.clock = clock;
    }

    void askTeam(UndeliveredCase it) {
        tell("undelivered-asked", it, team(it.game()));
    }

    void remindTeam(UndeliveredCase it) {
        tell("undelivered-reminder", it, team(it.game()));
    }

    void askSuperapp(UndeliveredCase it) {
        tell("undelivered-superapp", it, people.having(Role.SUPERAPP_ADMINISTRATOR));
    }

    void remindSuperapp(UndeliveredCase it) {
        tell("undelivered-reminder", it, people.having(Role.SUPERAPP_ADMINISTRATOR));
    }

    void overdue(UndeliveredCase it) {
        tell("undelivered-overdue", it, people.having(Role.SUPERAPP_ADMINISTRATOR));
    }

    private List<Person> team(AppId game) {
        return access.holders(Capability.UNDELIVERED_RESOLVE, games.get(game).team()).stream()
                .filter(it -> it.roleOutsideTeams().isEmpty())
                .toList();
    }

    private void tell(String template, UndeliveredCase undelivered, List<Person> persons) {
        var game = undelivered.game();
        var link = "/virtual-payment/orders?game=%s&state=%s".formatted(game, OrderState.DELIVERY_FAILED);
        var hour = HOUR.format(clock.instant());
        Map<String, Object> model = Map.of("game", games.get(game).name());
        persons.forEach(it -> {
            var key = "%s/%s/%s/%s".formatted(template, game, hour, it.username());
            mails.queue(Mail.of(key, it.username(), template, model, link).about(game, null), undelivered.orderNo());
        });
    }
}
