package io.gatehouse.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.gatehouse.delivery.AttemptView;

/**
 * One entry of a case's timeline.
 *
 * @param process the process it belongs to; empty for what stands in the business log
 * @param what the id of the element of the model, the type of the log rows, or what a notification was about
 * @param name the element's name in the model, the subject of the log row or the mail, or the number of an attempt
 * @param who a username, {@code system} or {@code superapp}; for a mail, to whom it went
 * @param took how long it took, if that says something
 * @param note what a person wrote with it, the reason why it failed, or the body of a mail
 * @param changes what exactly was decided or changed
 * @param rows how many rows of the log this is
 * @param attempt what was sent to the game's server and what came back; null for what is no notification
 */
public record Moment(
        Instant at,
        Kind kind,
        String process,
        String what,
        String name,
        @Nullable String who,
        @Nullable Duration took,
        @Nullable String note,
        List<Change> changes,
        int rows,
        @Nullable AttemptView attempt) {

    static Moment of(AttemptView attempt) {
        var kind = attempt.acknowledged() ? Kind.NOTIFIED : Kind.NOT_NOTIFIED;
        var what = attempt.kind().name();
        var number = String.valueOf(attempt.number());
        var took = Duration.ofMillis(attempt.millis());
        return new Moment(attempt.at(), kind, "", what, number, null, took, null, List.of(), 0, attempt);
    }

    /** What sort of entry it is; the word is the key of its sentence. */
    public enum Kind {
        STARTED("info"),
        ENDED("info"),
        TASK_WAITS("next"),
        TASK_DONE("review"),
        TASK_GONE("idle"),
        STEP_DONE("idle"),
        STEP_RUNS("next"),
        EVENT("warn"),
        FAILED("bad"),
        MENDED("ok"),
        LOGGED("ok"),
        MAILED("idle"),
        MAILED_BEFORE("idle"),
        MAIL_WAITS("next"),
        NOTIFIED("ok"),
        NOT_NOTIFIED("bad");

        private final String look;

        Kind(String look) {
            this.look = look;
        }
    }

    public boolean isMail() {
        return kind == Kind.MAILED || kind == Kind.MAILED_BEFORE || kind == Kind.MAIL_WAITS;
    }

    /** The class of its mark on the timeline. */
    public String look() {
        if (kind != Kind.LOGGED) {
            return kind.look;
        }
        if (what.matches(".*\\.(rejected|refused|failed|disabled|revoked|taken-down|contradicted|undelivered)")) {
            return "bad";
        }
        return what.matches(".*\\.(opened|requested|asked|withdrawn|answered)") ? "info" : kind.look;
    }
}
