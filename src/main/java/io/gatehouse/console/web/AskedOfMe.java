package io.gatehouse.console.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
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
        var named = games.named(
                Stream.concat(waiting.keySet().stream(), page.rows().stream().map(SuperappQuestion.Waiting::game))
                        .toList());
        var now = clock.instant();
        var rows = page.rows().stream()
                .map(it -> new Asked.Row(it, named.get(it.game()), it.due().isBefore(now)))
                .toList();
        var ofGames = waiting.entrySet().stream()
                .map(it -> new Asked.OfGame(named.get(it.getKey()), it.getValue()))
                .sorted(Comparator.comparing(Asked.OfGame::waiting)
                        .reversed()
                        .thenComparing(it -> it.game().name()))
                .toList();
        return new Asked(
                question.kind(),
                waiting.values().stream().mapToLong(Long::longValue).sum(),
                question.late(now),
                ofGames,
                game == null ? null : named.get(game),
                new Page<>(rows, page.next()));
    }
}
