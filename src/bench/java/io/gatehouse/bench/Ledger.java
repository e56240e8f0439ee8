package io.gatehouse.bench;

import java.util.Arrays;

/** What the receiver knows of each order, by its number. */
final class Ledger {

    private static final int START = 1 << 20;

    private long[] acknowledgedAt = new long[START];
    private byte[] requests = new byte[START];
    private byte[] underWay = new byte[START];
    private byte[] mostAtOnce = new byte[START];

    void begin(int order) {
        grow(order);
        requests[order]++;
        underWay[order]++;
        mostAtOnce[order] = (byte) Math.max(mostAtOnce[order], underWay[order]);
    }

    void end(int order, long micros) {
        underWay[order]--;
        if (acknowledgedAt[order] == 0) {
            acknowledgedAt[order] = micros;
        }
    }

    private void grow(int order) {
        if (order >= requests.length) {
            var length = Math.max(order + 1, 2 * requests.length);
            acknowledgedAt = Arrays.copyOf(acknowledgedAt, length);
            requests = Arrays.copyOf(requests, length);
            underWay = Arrays.copyOf(underWay, length);
            mostAtOnce = Arrays.copyOf(mostAtOnce, length);
        }
    }

    long acknowledgedAt(int order) {
        return order < requests.length ? acknowledgedAt[order] : 0;
    }

    /** How many of these orders were acknowledged, how many requests were repeats, how many orders came twice at once. */
    String tally(int from, int to) {
        var acknowledged = 0;
        var repeats = 0;
        var atOnce = 0;
        for (var order = from; order < Math.min(to, requests.length); order++) {
            acknowledged += acknowledgedAt[order] > 0 ? 1 : 0;
            repeats += Math.max(0, requests[order] - 1);
            atOnce += mostAtOnce[order] > 1 ? 1 : 0;
        }
        return "%d %d %d".formatted(acknowledged, repeats, atOnce);
    }
}
