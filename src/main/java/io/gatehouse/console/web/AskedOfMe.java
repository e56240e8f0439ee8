package io.gatehouse.console.web;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.gatehouse.access.Games;
import io.gatehouse.access.Person;
import io.gatehouse.requests.SuperappQuestion;

/** What waits for a person's decision and is no request. */
@Component
class AskedOfMe {

    /** After an outage thousands may wait; the order record has them all. */
    private static final int SHOWN = 50;

    private final ObjectProvider<SuperappQuestion> questions;
    private final Games games;
    private final Clock clock;

    AskedOfMe(ObjectProvider<SuperappQuestion> questions, Games games, Clock clock) {
        this.questions = questions;
        this.games = games;
        this.clock = clock;
    }

    List<Asked> of(Person me) {
        return questions.stream()
                .filter(it -> me.memberships().stream().anyMatch(member -> member.role() == it.role()))
                .map(this::asked)
                .filter(it -> it.waiting() > 0)
                .toList();
    }

    private Asked asked(SuperappQuestion question) {
        var waiting = question.mostUrgent(SHOWN);
        var named =
                games.named(waiting.stream().map(SuperappQuestion.Waiting::game).toList());
        var rows = waiting.stream()
                .map(it -> new Asked.Row(it, named.get(it.game()), it.due().isBefore(clock.instant())))
                .toList();
        return new Asked(question.kind(), Math.max(question.waiting(), rows.size()), rows);
    }
}
