package io.gatehouse.conformance;

import io.gatehouse.delivery.TestReply;

/**
 * One request of a report's line and what came back.
 *
 * @param label which of the line's requests it is: key of {@code conformance.exchange.<label>}
 * @param request as it was sent, its signatures masked
 */
public record Exchange(String label, String request, TestReply reply) {

    /** Whether the request had left when the call ended. */
    public boolean wasSent() {
        return reply.wasSent();
    }

    public boolean acknowledged() {
        return switch (reply.outcome()) {
            case ACKNOWLEDGED -> true;
            case REFUSED, UNREACHABLE -> false;
        };
    }

    boolean refused() {
        return switch (reply.outcome()) {
            case REFUSED -> true;
            case ACKNOWLEDGED, UNREACHABLE -> false;
        };
    }

    /** Status and content type, as they stood before the reply. */
    public String replyHead() {
        return reply.type() == null
                ? "HTTP %d%n%n".formatted(reply.status())
                : "HTTP %d%ncontent-type: %s%n%n".formatted(reply.status(), reply.type());
    }
}
