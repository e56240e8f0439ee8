package io.gatehouse.console.web;

import java.util.List;

import io.gatehouse.access.Game;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.SuperappQuestion;

/**
 * What waits for a person of the superapp beside requests.
 *
 * @param waiting how many in all
 * @param rows the most urgent of them
 */
record Asked(RequestKind kind, long waiting, List<Row> rows) {

    /** @param overdue whether its decision is late */
    record Row(SuperappQuestion.Waiting waiting, Game game, boolean overdue) {}

    long late() {
        return rows.stream().filter(Row::overdue).count();
    }
}
