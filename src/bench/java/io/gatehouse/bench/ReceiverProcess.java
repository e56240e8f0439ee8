package io.gatehouse.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The receiver as the measurement sees it. */
final class ReceiverProcess implements AutoCloseable {

    /**
     * What it knows of some orders.
     *
     * @param told how many it was told of
     * @param repeats requests that were not the first of their order
     * @param twiceAtOnce orders with two requests under way at a time
     * @param changed orders whose repeat had another id or another body
     */
    record Tally(int told, int acknowledged, int repeats, int twiceAtOnce, int changed) {}

    private final Jvm jvm;

    private ReceiverProcess(Jvm jvm) {
        this.jvm = jvm;
    }

    static ReceiverProcess start(Workshop workshop) throws IOException {
        return new ReceiverProcess(Jvm.start(
                "receiver",
                workshop.log("receiver"),
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Receiver.class.getName())));
    }

    int port() {
        return Integer.parseInt(jvm.ready());
    }

    void answer(int endpoint, int afterMillis) {
        jvm.ask("answer %d %d".formatted(endpoint, afterMillis));
    }

    void hang(int endpoint) {
        jvm.ask("hang " + endpoint);
    }

    void close(int endpoint) {
        jvm.ask("close " + endpoint);
    }

    /** Ends a process once, either when it has sent its next request or when it was sent the answer to it. */
    void end(int endpoint, long pid, boolean answered) {
        jvm.ask("end %d %d %b".formatted(endpoint, pid, answered));
    }

    int mostAtOnce(int endpoint) {
        return Integer.parseInt(jvm.ask("most " + endpoint));
    }

    /** In microseconds since 1970; 0 if none was acknowledged since the endpoint behaves as it does. */
    long firstAcknowledgement(int endpoint) {
        return Long.parseLong(jvm.ask("first " + endpoint));
    }

    Tally tally(Orders orders) {
        var numbers = Arrays.stream(jvm.ask("tally %d %d".formatted(orders.from(), orders.to()))
                        .split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
        return new Tally(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    /** When each was acknowledged, in microseconds since 1970; 0 if it was not. */
    long[] times(Orders orders) {
        return Arrays.stream(jvm.ask("times %d %d".formatted(orders.from(), orders.to()))
                        .split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** When the last of all requests for these was acknowledged, in microseconds since 1970. */
    long last(Orders orders) {
        return Long.parseLong(jvm.ask("last %d %d".formatted(orders.from(), orders.to())));
    }

    @Override
    public void close() {
        jvm.close();
    }
}
