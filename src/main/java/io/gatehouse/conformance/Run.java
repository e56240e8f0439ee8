package io.gatehouse.conformance;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;
import io.gatehouse.delivery.Form;

/**
 * An examination of a game's server.
 *
 * @param url the Test URL it had then
 * @param form the form it had chosen then
 * @param endsBy when it is over at the latest
 * @param counts lines so far, by their verdict
 */
public record Run(
        UUID id,
        AppId game,
        String url,
        Form form,
        Wish wish,
        Username startedBy,
        Instant startedAt,
        Instant endsBy,
        @Nullable Instant finishedAt,
        State state,
        Map<Verdict, Integer> counts) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        /** It ended before its last line: the application went down. */
        CUT_OFF
    }

    /** What a reader wants to know first. */
    public enum Result {
        RUNNING,
        CONFORMS,
        ADVISED,
        FAILS,
        UNFINISHED
    }

    public Run {
        counts = Map.copyOf(counts);
    }

    public int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    /** {@link #count} for templates. */
    public int count(String verdict) {
        return count(Verdict.valueOf(verdict));
    }

    public int lines() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int total() {
        return Check.values().length;
    }

    public boolean isUnderWay() {
        return state == State.RUNNING;
    }

    public Result result() {
        if (state == State.RUNNING) {
            return Result.RUNNING;
        }
        if (count(Verdict.FAILED) > 0) {
            return Result.FAILS;
        }
        if (state == State.CUT_OFF) {
            return Result.UNFINISHED;
        }
        return count(Verdict.ADVISED) > 0 ? Result.ADVISED : Result.CONFORMS;
    }
}
