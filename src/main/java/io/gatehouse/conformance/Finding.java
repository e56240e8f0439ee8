package io.gatehouse.conformance;

import java.util.List;

/** A line of the report, filled in. */
public record Finding(Check check, Note note, List<Exchange> exchanges) {

    public Finding {
        exchanges = List.copyOf(exchanges);
    }

    static Finding of(Check check, Note note, Exchange... exchanges) {
        return new Finding(check, note, List.of(exchanges));
    }

    public Verdict verdict() {
        return note.verdict();
    }

    /** The last request that was not acknowledged; the one a person has to look at. */
    public Exchange decisive() {
        return exchanges.stream()
                .filter(it -> !it.acknowledged())
                .reduce((first, second) -> second)
                .orElseGet(() -> exchanges.get(exchanges.size() - 1));
    }

    /** Whether what the reply is diagnosed with says how to mend it. */
    public boolean isExplainedByReply() {
        return switch (note) {
            case NOT_ACKNOWLEDGED, NO_ANSWER, KEY_REFUSED -> true;
            default -> false;
        };
    }
}
