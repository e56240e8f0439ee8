package io.gatehouse.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import io.gatehouse.outbound.Reply;

/** When a notification is tried again: fixed pauses, each counted from the end of the try before. */
record Schedule(List<Duration> waits) {

    static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

    /**
     * When the next try is due.
     *
     * @param tries how many there were
     * @param reply the last one's; a Retry-After of 429 or 503 is honoured up to a day, and never brings a try forward
     * @return nothing if there is none left
     */
    Optional<Instant> next(int tries, Reply reply) {
        if (tries > waits.size()) {
            return Optional.empty();
        }
        var planned = reply.end().plus(waits.get(tries - 1));
        return Optional.of(retryAfter(reply).filter(it -> it.isAfter(planned)).orElse(planned));
    }

    /** From the first try to the last. */
    Duration span() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static Optional<Instant> retryAfter(Reply reply) {
        if (reply.status() != 429 && reply.status() != 503) {
            return Optional.empty();
        }
        var latest = reply.end().plus(LONGEST_RETRY_AFTER);
        return reply.header("retry-after")
                .flatMap(it -> moment(it.strip(), reply.end()))
                .map(it -> it.isAfter(latest) ? latest : it);
    }

    private static Optional<Instant> moment(String value, Instant end) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(end.plusSeconds(Long.parseLong(value)));
        }
        if (value.matches("\\d+")) {
            return Optional.of(end.plus(LONGEST_RETRY_AFTER));
        }
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
