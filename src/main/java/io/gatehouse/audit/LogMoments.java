package io.gatehouse.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.gatehouse.audit.Moment.Kind;

/** What the business log says of a case, each row a moment of it. */
class LogMoments {

    /** Details that a person wrote, in their own words. */
    private static final Set<String> WORDS = Set.of("note", "message", "reason");

    /** Chosen from a list, not written by a person. */
    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z]+)*");

    /** Details that every row of a request repeats and the page says once, among its facts. */
    private static final Set<String> REPEATED = Set.of("kind", "team");

    private static final Duration TOGETHER = Duration.ofSeconds(2);

    private final ObjectMapper json;

    LogMoments(ObjectMapper json) {
        this.json = json;
    }

    /** Oldest first, as the rows are. */
    List<Moment> of(List<LogLine> log) {
        var moments = new ArrayList<Moment>();
        Moment last = null;
        for (var line : log) {
            var next = moment(line.entry());
            if (last != null && belongTogether(last, next)) {
                moments.remove(moments.size() - 1);
                next = together(last, next);
            }
            moments.add(next);
            last = next;
        }
        return moments;
    }

    private Moment moment(LogEntry entry) {
        var changes = new ArrayList<Change>();
        String note = null;
        for (var detail : LogDetails.read(json, entry).entrySet()) {
            if (detail.getValue().isBlank() || isRepeated(entry, detail.getKey())) {
                continue;
            }
            if (WORDS.contains(detail.getKey())
                    && !CODE.matcher(detail.getValue()).matches()) {
                note = detail.getValue();
            } else {
                changes.add(Change.of(entry.subject(), detail.getKey(), detail.getValue()));
            }
        }
        return new Moment(
                entry.at(),
                Kind.LOGGED,
                "",
                entry.type(),
                entry.subject(),
                entry.actor(),
                null,
                note,
                changes,
                1,
                null);
    }

    private static boolean isRepeated(LogEntry entry, String field) {
        return entry.type().startsWith("request.")
                && (REPEATED.contains(field)
                        || (field.equals("message") && !entry.type().equals("request.opened")));
    }

    /** A batch of items makes a row each; people read it as one act. */
    private static boolean belongTogether(Moment one, Moment other) {
        return one.what().equals(other.what())
                && Objects.equals(one.who(), other.who())
                && Objects.equals(one.note(), other.note())
                && Duration.between(one.at(), other.at()).compareTo(TOGETHER) < 0;
    }

    private static Moment together(Moment one, Moment other) {
        var changes = new ArrayList<>(one.changes());
        changes.addAll(other.changes());
        return new Moment(
                one.at(),
                one.kind(),
                one.process(),
                one.what(),
                one.name(),
                one.who(),
                null,
                one.note(),
                changes,
                one.rows() + other.rows(),
                null);
    }
}
