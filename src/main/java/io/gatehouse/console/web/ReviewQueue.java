package io.gatehouse.console.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.access.Role;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.OpenTask;
import io.gatehouse.workflow.UserTasks;

/** The requests that wait for a decision a person has the right to take, the most urgent first. */
@Component
class ReviewQueue {

    /** Orders are no requests; after an outage there are so many that they would crowd requests out. */
    private static final Set<String> OF_REQUESTS = EnumSet.complementOf(EnumSet.of(RequestKind.UNDELIVERED)).stream()
            .map(RequestKind::process)
            .collect(Collectors.toUnmodifiableSet());

    private final Requests requests;
    private final UserTasks tasks;
    private final Games games;
    private final People people;
    private final Clock clock;

    ReviewQueue(Requests requests, UserTasks tasks, Games games, People people, Clock clock) {
        this.requests = requests;
        this.tasks = tasks;
        this.games = games;
        this.people = people;
        this.clock = clock;
    }

    List<ReviewRow> of(Person me) {
        return of(me, OF_REQUESTS);
    }

    /** Those of a kind; the most urgent of all may leave none of them. */
    List<ReviewRow> of(Person me, RequestKind kind) {
        return OF_REQUESTS.contains(kind.process()) ? of(me, Set.of(kind.process())) : List.of();
    }

    private List<ReviewRow> of(Person me, Set<String> processes) {
        var waiting = tasks.waitingFor(groups(me), processes);
        return rows(requests.openOnes(numbers(waiting)), holders(waiting), me).stream()
                .sorted(Comparator.comparing(ReviewRow::overdue).reversed().thenComparing(ReviewRow::due))
                .toList();
    }

    /** How many of each kind wait, beyond those that are listed, too. */
    Map<RequestKind, Long> counts(Person me, List<ReviewRow> listed) {
        if (tasks.countFor(groups(me), OF_REQUESTS) <= UserTasks.MOST) {
            return listed.stream()
                    .collect(Collectors.groupingBy(
                            it -> it.request().kind(), () -> new EnumMap<>(RequestKind.class), Collectors.counting()));
        }
        var counts = new EnumMap<RequestKind, Long>(RequestKind.class);
        for (var kind : RequestKind.values()) {
            if (OF_REQUESTS.contains(kind.process())) {
                counts.put(kind, tasks.countFor(groups(me), Set.of(kind.process())));
            }
        }
        counts.values().removeIf(it -> it == 0);
        return counts;
    }

    /** How many of them are late. */
    int late(Person me) {
        return (int) tasks.lateFor(groups(me), clock.instant());
    }

    ReviewRow row(RequestView request, Person me) {
        return rows(List.of(request), Map.of(), me).get(0);
    }

    /** The engine knows for whom a request waits: some wait for different people one after the other. */
    private static Set<String> numbers(List<OpenTask> waiting) {
        return waiting.stream().map(OpenTask::businessKey).collect(Collectors.toSet());
    }

    /** Who has claimed which. */
    private static Map<String, Username> holders(List<OpenTask> waiting) {
        var holders = new HashMap<String, Username>();
        for (var task : waiting) {
            var assignee = task.assignee();
            if (assignee != null) {
                holders.put(task.businessKey(), new Username(assignee));
            }
        }
        return holders;
    }

    private static Set<String> groups(Person me) {
        return me.memberships().stream()
                .map(Person.Member::role)
                .filter(it -> it.side() == Role.Side.SUPERAPP)
                .map(Role::group)
                .collect(Collectors.toSet());
    }

    private List<ReviewRow> rows(List<RequestView> some, Map<String, Username> holders, Person me) {
        var named = games.named(
                some.stream().map(RequestView::game).filter(Objects::nonNull).toList());
        var teams = games.teamNames(some.stream().map(RequestView::team).toList());
        var names = people.names(Stream.concat(some.stream().map(RequestView::requestedBy), holders.values().stream())
                .toList());
        return some.stream()
                .map(it -> {
                    var game = it.game() == null ? null : named.get(it.game());
                    var holder = holders.get(it.number());
                    return new ReviewRow(
                            it,
                            game == null ? null : game.name(),
                            game == null
                                    ? teams.getOrDefault(
                                            it.team().value(), it.team().value())
                                    : game.teamName(),
                            names.getOrDefault(
                                    it.requestedBy(), it.requestedBy().value()),
                            it.isOverdue(clock.instant()),
                            holder == null
                                    ? null
                                    : new ReviewRow.Holder(
                                            names.getOrDefault(holder, holder.value()), holder.equals(me.username())),
                            it.requestedBy().equals(me.username()) || me.teams().contains(it.team()));
                })
                .toList();
    }
}
