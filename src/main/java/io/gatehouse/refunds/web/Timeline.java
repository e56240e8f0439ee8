package io.gatehouse.refunds.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Sentences;
import io.gatehouse.core.Username;
import io.gatehouse.refunds.RefundStatus;
import io.gatehouse.refunds.RefundView;
import io.gatehouse.refunds.Word;

/** What happened to a refund and what comes next, in order. */
@Component
class Timeline {

    private final Sentences sentences;

    Timeline(Sentences sentences) {
        this.sentences = sentences;
    }

    List<TimelineEntry> of(RefundView refund) {
        var entries = new ArrayList<TimelineEntry>();
        entries.add(entry("is-ok", "requested", refund.initiatedAt(), refund.initiatedBy(), refund.message()));
        hearing(refund, entries);
        word(refund.grant(), "granted", "refused", entries);
        word(refund.release(), "released", "withheld", entries);
        switch (refund.status()) {
            case HEARING -> {
                entries.add(entry("is-next", "hearing", refund.hearingUntil(), null, null));
                entries.add(entry("is-later", "in-review", null, null, null));
            }
            case IN_REVIEW -> entries.add(entry("is-next", "in-review", null, null, null));
            case GRANTED -> entries.add(entry("is-next", "payment", null, null, null));
            case PAYING -> entries.add(entry("is-next", "paying", null, null, null));
            case REFUNDED -> entries.add(entry("is-ok", "refunded", refund.finishedAt(), null, refund.channelNo()));
            case FAILED -> entries.add(entry("is-bad", "failed", refund.finishedAt(), null, refund.failure()));
            case REFUSED -> {}
        }
        return entries;
    }

    private void hearing(RefundView refund, List<TimelineEntry> entries) {
        var answer = refund.answer();
        if (answer != null) {
            entries.add(entry("is-ok", answer.yes() ? "agreed" : "objected", answer.at(), answer.by(), answer.note()));
        } else if (refund.hearingUntil() != null && refund.status() != RefundStatus.HEARING) {
            entries.add(entry("is-bad", "unanswered", refund.hearingUntil(), null, null));
        }
    }

    private void word(@Nullable Word word, String yes, String no, List<TimelineEntry> entries) {
        if (word != null) {
            entries.add(
                    entry(word.yes() ? "is-ok" : "is-bad", word.yes() ? yes : no, word.at(), word.by(), word.note()));
        }
    }

    private TimelineEntry entry(
            String look, String key, @Nullable Instant at, @Nullable String by, @Nullable String note) {
        return new TimelineEntry(
                look,
                "refunds.timeline." + key,
                at,
                by == null ? null : sentences.person(new Username(by)),
                note == null || note.isBlank() ? null : note);
    }
}
