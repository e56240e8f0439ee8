package io.gatehouse.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One attempt, as a person sees it.
 *
 * @param number counted over all rounds
 * @param mock whether it was a test
 * @param url what was configured then
 * @param address the one connected to, or tried at last; null if it did not come to that
 * @param millis until the reply was whole or the attempt was given up
 * @param phases where these went, in their order
 * @param status the HTTP status; 0 if there was no answer
 * @param diagnosis key of {@code delivery.diagnosis.<key>} and {@code delivery.advice.<key>}
 * @param detail what stands in their place {0}
 * @param form what the body has
 * @param request the request as it was sent, its signatures masked; null if nothing was sent
 * @param replyType the content type of the reply
 * @param reply at most 4 KiB of it
 */
public record AttemptView(
        int number,
        Kind kind,
        boolean mock,
        Instant at,
        String url,
        @Nullable String address,
        int millis,
        List<Phase> phases,
        int status,
        Outcome outcome,
        String diagnosis,
        String detail,
        Form form,
        @Nullable String request,
        @Nullable String replyType,
        String reply) {

    /**
     * A part of an attempt's time.
     *
     * @param key of {@code delivery.phase-time.<key>}: name, connect, tls, answer, rest
     */
    public record Phase(String key, int millis) {}

    /** A phase as a piece of a bar that is 1000 wide. */
    public record Span(String key, int millis, double x, double width) {}

    /** The phases as pieces of one bar. */
    public List<Span> spans() {
        var all = phases.stream().mapToInt(it -> Math.max(1, it.millis())).sum();
        var spans = new ArrayList<Span>();
        var x = 0.0;
        for (var phase : phases) {
            var width = 1000.0 * Math.max(1, phase.millis()) / all;
            spans.add(new Span(phase.key(), phase.millis(), Math.round(x), Math.round(x + width) - Math.round(x)));
            x += width;
        }
        return spans;
    }

    public boolean acknowledged() {
        return outcome == Outcome.ACKNOWLEDGED;
    }

    /** Whether the address was connected to; if not, it was only tried. */
    public boolean reached() {
        return Diagnosis.of(diagnosis).isAfterConnecting();
    }

    /** How far it came: 0 address, 1 connection, 2 reply, 3 status, 4 JSON, 5 returnCode; 6 if all of it was well. */
    public int failedStep() {
        return Diagnosis.of(diagnosis).step();
    }

    /** Status and content type, as they stood before the reply. */
    public String replyHead() {
        return replyType == null
                ? "HTTP %d%n%n".formatted(status)
                : "HTTP %d%ncontent-type: %s%n%n".formatted(status, replyType);
    }
}
