package io.gatehouse.console.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.OpenTask;
import io.gatehouse.workflow.UserTasks;

/** The requests that wait for a decision a person has the right to take, the most urgent first. */
@Component
class ReviewQueue {

    private final Requests requests;
    private final UserTasks tasks;
    private final Access access;
    private final Games games;
    private final People people;
    private final Clock clock;

    ReviewQueue(Requests requests, UserTasks tasks, Access access, Games games, People people, Clock clock) {
        this.requests = requests;
        this.tasks = tasks;
        this.access = access;
        this.games = games;
        this.people = people;
        this.clock = clock;
    }

    List<ReviewRow> of(Person me) {
        var gameNames = games.all().stream().collect(Collectors.toMap(Game::appId, Function.identity()));
        var names = people.all().stream().collect(Collectors.toMap(Person::username, Person::name));
        return mine(me).stream()
                .map(it -> row(it, gameNames, names, me.username()))
                .sorted(Comparator.comparing(ReviewRow::overdue).reversed().thenComparing(ReviewRow::due))
                .toList();
    }

    /** How many of them are late. */
    int late(Person me) {
        return (int)
                mine(me).stream().filter(it -> it.isOverdue(clock.instant())).count();
    }

    ReviewRow row(RequestView request, Person me) {
        var names = people.all().stream().collect(Collectors.toMap(Person::username, Person::name));
        var gameNames = games.all().stream().collect(Collectors.toMap(Game::appId, Function.identity()));
        return row(request, gameNames, names, me.username());
    }

    private List<RequestView> mine(Person me) {
        var open = requests.openOnes();
        if (open.isEmpty()) {
            return open;
        }
        var grants = open.stream()
                .map(RequestView::kind)
                .distinct()
                .filter(it -> access.explain(me.username(), it.decides()).allowed())
                .collect(Collectors.toSet());
        var refunds = refundsFor(me);
        return open.stream()
                .filter(it ->
                        it.kind() == RequestKind.REFUND ? refunds.contains(it.number()) : grants.contains(it.kind()))
                .toList();
    }

    /** Refunds wait for different people one after the other: who grants them, and who releases the payment. */
    private Set<String> refundsFor(Person me) {
        if (!access.explain(me.username(), Capability.REFUND_DECIDE).allowed()
                && !access.explain(me.username(), Capability.REFUND_PAY).allowed()) {
            return Set.of();
        }
        var groups = me.memberships().stream()
                .map(Person.Member::role)
                .map(Role::group)
                .toList();
        return tasks.of(List.of(RequestKind.REFUND.process())).stream()
                .filter(it -> it.groups().stream().anyMatch(groups::contains))
                .map(OpenTask::businessKey)
                .collect(Collectors.toSet());
    }

    private ReviewRow row(RequestView request, Map<AppId, Game> gameNames, Map<Username, String> names, Username me) {
        var game = request.game() == null ? null : gameNames.get(request.game());
        return new ReviewRow(
                request,
                game == null ? null : game.name(),
                game == null ? teamName(request.team(), gameNames) : game.teamName(),
                names.getOrDefault(request.requestedBy(), request.requestedBy().value()),
                request.isOverdue(clock.instant()),
                request.requestedBy().equals(me));
    }

    private static String teamName(TeamId team, Map<AppId, Game> games) {
        return games.values().stream()
                .filter(it -> it.team().equals(team))
                .map(Game::teamName)
                .findFirst()
                .orElse(team.value());
    }
}
