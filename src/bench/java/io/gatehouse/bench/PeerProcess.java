package io.gatehouse.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A peer in a process of its own, as the measurement sees it. */
final class PeerProcess implements Contestant {

    private final String name;
    private final Surroundings surroundings;
    private final Jvm jvm;
    private final String waiting;

    private PeerProcess(String name, Surroundings surroundings, Jvm jvm) {
        this.name = name;
        this.surroundings = surroundings;
        this.jvm = jvm;
        this.waiting = jvm.ask("waiting");
    }

    static PeerProcess start(String name, String type, Surroundings surroundings) throws IOException {
        surroundings.database().create(database(name));
        var jvm = Jvm.start(
                name,
                surroundings.workshop().log(name),
                List.of(
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PeerInstance.class.getName(),
                        type,
                        surroundings.database().url(database(name)),
                        String.valueOf(surroundings.receiver().port())));
        return new PeerProcess(name, surroundings, jvm);
    }

    private static String database(String name) {
        return name.replace('-', '_');
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int[] ports() {
        return new int[] {Integer.parseInt(jvm.ready())};
    }

    /** They learn of an order when it is paid. */
    @Override
    public void place(Orders orders) {}

    @Override
    public Callbacks callbacks() {
        return new PlainCallbacks(Games.ORDINARY);
    }

    @Override
    public long waiting() {
        return surroundings.database().number(database(name), waiting);
    }

    @Override
    public boolean isQuiet() {
        return waiting() == 0;
    }

    @Override
    public void hold() {
        jvm.ask("off");
    }

    @Override
    public void release() {
        jvm.ask("on");
    }

    @Override
    public void verify(Orders orders) {
        var delivered = surroundings.database().number(database(name), """
                select count(*) from paid_order where delivered_at is not null and id >= %d and id < %d
                """.formatted(orders.from(), orders.to()));
        if (delivered != orders.count()) {
            throw new IllegalStateException(
                    "%s: of %d orders %d are delivered".formatted(name, orders.count(), delivered));
        }
    }

    @Override
    public Duration cpu() {
        return jvm.cpu();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
