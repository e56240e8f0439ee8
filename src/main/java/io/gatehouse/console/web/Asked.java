package io.gatehouse.console.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.gatehouse.access.Game;
import io.gatehouse.core.Page;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.SuperappQuestion;

/**
 * What waits for a person of the superapp beside requests.
 *
 * @param waiting how many in all
 * @param late how many of all are past their due date
 * @param games those that have the most, the most first
 * @param otherGames how many more have any
 * @param game whose rows these are; null for those of all games
 * @param page the most urgent of them, or the next ones
 */
record Asked(
        RequestKind kind,
        long waiting,
        long late,
        List<OfGame> games,
        int otherGames,
        @Nullable Game game,
        Page<Row> page) {

    record OfGame(Game game, long waiting) {}

    /** @param overdue whether its decision is late */
    record Row(SuperappQuestion.Waiting waiting, Game game, boolean overdue) {}
}
