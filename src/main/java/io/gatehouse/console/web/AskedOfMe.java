package io.gatehouse.console.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.gatehouse.access.Games;
import io.gatehouse.access.Person;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Page;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.SuperappQuestion;

/** What waits for a person's decision and is no request. */
@Component
class AskedOfMe {

    /** After an outage thousands may wait. */
    private static final int SHOWN = 50;

    private static final int GAMES = 12;

    private final ObjectProvider<SuperappQuestion> questions;
    private final Games games;
    private final Clock clock;

    AskedOfMe(ObjectProvider<SuperappQuestion> questions, Games games, Clock clock) {
        this.questions = questions;
        this.games = games;
        this.clock = clock;
    }

    /**
     * @param kind what is looked at; null for everything
     * @param game whose; null for those of all games
     * @param after where the page of that kind begins
     */
    List<Asked> of(Person me, @Nullable RequestKind kind, @Nullable AppId game, @Nullable String after) {
        return questions.stream()
                .filter(it -> me.memberships().stream().anyMatch(member -> member.role() == it.role()))
                .map(it -> it.kind() == kind ? asked(it, game, after) : asked(it, null, null))
                .filter(it -> it.waiting() > 0)
                .toList();
    }

    private Asked asked(SuperappQuestion question, @Nullable AppId game, @Nullable String after) {
        var waiting = question.waiting();
        var page = question.mostUrgent(game, after, SHOWN);
        var most = most(waiting, game);
        var named =
                games.named(Stream.concat(most.stream(), page.rows().stream().map(SuperappQuestion.Waiting::game))
                        .toList());
        var now = clock.instant();
        var rows = page.rows().stream()
                .map(it -> new Asked.Row(it, named.get(it.game()), it.due().isBefore(now)))
                .toList();
        var ofGames = most.stream()
                .map(it -> new Asked.OfGame(named.get(it), waiting.getOrDefault(it, 0L)))
                .sorted(Comparator.comparing(Asked.OfGame::waiting)
                        .reversed()
                        .thenComparing(it -> it.game().name()))
                .toList();
        return new Asked(
                question.kind(),
                waiting.values().stream().mapToLong(Long::longValue).sum(),
                question.late(now),
                ofGames,
                waiting.size() - ofGames.size(),
                game == null ? null : named.get(game),
                new Page<>(rows, page.next()));
    }

    /** The games most of them are of, and the one that is looked at. */
    private static Set<AppId> most(Map<AppId, Long> waiting, @Nullable AppId game) {
        var most = waiting.entrySet().stream()
                .sorted(Map.Entry.<AppId, Long>comparingByValue().reversed())
                .limit(GAMES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        if (game != null && waiting.containsKey(game)) {
            most.add(game);
        }
        return most;
    }
}
