package io.gatehouse.bench;

import java.util.Arrays;

/** What the receiver knows of each order, by its number. */
final class Ledger {

    private static final int START = 1 << 20;

    private long[] acknowledgedAt = new long[START];
    private long[] lastAcknowledgedAt = new long[START];
    private byte[] requests = new byte[START];
    private byte[] underWay = new byte[START];
    private byte[] mostAtOnce = new byte[START];
    private long[] prints = new long[START];
    private boolean[] changed = new boolean[START];

    /** @param print of the notification's id and its bytes */
    void begin(int order, long print) {
        grow(order);
        if (requests[order] == 0) {
            prints[order] = print;
        }
        changed[order] |= prints[order] != print;
        requests[order]++;
        underWay[order]++;
        mostAtOnce[order] = (byte) Math.max(mostAtOnce[order], underWay[order]);
    }

    void end(int order, long micros) {
        underWay[order]--;
        lastAcknowledgedAt[order] = micros;
        if (acknowledgedAt[order] == 0) {
            acknowledgedAt[order] = micros;
        }
    }

    private void grow(int order) {
        if (order >= requests.length) {
            var length = Math.max(order + 1, 2 * requests.length);
            acknowledgedAt = Arrays.copyOf(acknowledgedAt, length);
            lastAcknowledgedAt = Arrays.copyOf(lastAcknowledgedAt, length);
            requests = Arrays.copyOf(requests, length);
            underWay = Arrays.copyOf(underWay, length);
            mostAtOnce = Arrays.copyOf(mostAtOnce, length);
            prints = Arrays.copyOf(prints, length);
            changed = Arrays.copyOf(changed, length);
        }
    }

    long acknowledgedAt(int order) {
        return order < requests.length ? acknowledgedAt[order] : 0;
    }

    /** When its last request was; zero if it had none. */
    long lastAcknowledgedAt(int order) {
        return order < requests.length ? lastAcknowledgedAt[order] : 0;
    }

    /** Of these orders as {@link ReceiverProcess.Tally} has it. */
    String tally(int from, int to) {
        var told = 0;
        var acknowledged = 0;
        var repeats = 0;
        var atOnce = 0;
        var changes = 0;
        for (var order = from; order < Math.min(to, requests.length); order++) {
            told += requests[order] > 0 ? 1 : 0;
            acknowledged += acknowledgedAt[order] > 0 ? 1 : 0;
            repeats += Math.max(0, requests[order] - 1);
            atOnce += mostAtOnce[order] > 1 ? 1 : 0;
            changes += changed[order] ? 1 : 0;
        }
        return "%d %d %d %d %d".formatted(told, acknowledged, repeats, atOnce, changes);
    }
}
