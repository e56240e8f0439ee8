package io.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;

/** The real application, from the packaged jar: one instance, or several on the same database. */
final class Gatehouse implements Contestant {

    static final String DATABASE = "gatehouse";
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final Surroundings surroundings;
    private final Superapp superapp = new Superapp();
    private final List<Jvm> instances = new CopyOnWriteArrayList<>();
    private int started;

    private Gatehouse(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** One instance with all games ready to be paid for. */
    static Gatehouse start(Surroundings surroundings) throws IOException {
        surroundings.database().create(DATABASE);
        var gatehouse = new Gatehouse(surroundings);
        gatehouse.startInstance();
        gatehouse.first().ask("prepare " + surroundings.receiver().port());
        return gatehouse;
    }

    /** One more instance on the same database. */
    void startInstance() throws IOException {
        var name = "gatehouse-" + ++started;
        var arguments = new ArrayList<>(List.of(
                "-Xmx512m",
                "-Dloader.main=" + GatehouseInstance.class.getName(),
                "-Dloader.path=" + surroundings.classes(),
                "-cp",
                surroundings.jar().toString(),
                LAUNCHER,
                "--server.port=0",
                "--spring.profiles.active=bench",
                "--spring.datasource.url=" + surroundings.database().url(DATABASE),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--gatehouse.public-url=http://localhost",
                "--gatehouse.data-dir=" + surroundings.workshop().data(DATABASE),
                "--gatehouse.outbound.allow-loopback=true",
                "--gatehouse.credentials.keys=p256",
                "--gatehouse.delivery.lease=" + surroundings.lease(),
                "--gatehouse.secrets.key=" + Base64.getEncoder().encodeToString(new byte[32])));
        arguments.addAll(superapp.settings());
        if (Boolean.getBoolean("bench.profile")) {
            arguments.addAll(
                    0,
                    List.of(
                            "-XX:FlightRecorderOptions:stackdepth=200",
                            "-XX:StartFlightRecording:settings=profile,dumponexit=true,filename="
                                    + surroundings.workshop().data(name + ".jfr")));
        }
        instances.add(Jvm.start(name, surroundings.workshop().log(name), arguments));
    }

    private Jvm first() {
        return instances.get(0);
    }

    /** Gives each instance a processor of its own, as machines of their own would, or each all of them. */
    void separate(boolean wanted) throws IOException {
        var last = Runtime.getRuntime().availableProcessors() - 1;
        for (var number = 0; number < instances.size(); number++) {
            instances.get(number).confine(wanted ? String.valueOf(Math.min(number, last)) : "0-" + last);
        }
    }

    /** Ends the instance started last. */
    void stopInstance() {
        instances.remove(instances.size() - 1).close();
    }

    /** Ends one without a word, as a loss of power would. */
    void killInstance(int number) {
        instances.remove(number).kill();
    }

    /** Of the only instance. */
    long pid() {
        return first().pid();
    }

    /** Until somebody else has ended the only instance. */
    void awaitEnd() {
        instances.remove(0).awaitEnd();
    }

    /** Whether notifications wait in the table from now on. Does not wait for a standby. */
    void leaveInTable(boolean wanted) {
        surroundings.database().run(DATABASE, "set synchronous_commit = local");
        surroundings.database().run(DATABASE, "update delivery_configuration set switched_on = " + !wanted);
        surroundings.database().run(DATABASE, "reset synchronous_commit");
    }

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public int[] ports() {
        return instances.stream().mapToInt(it -> Integer.parseInt(it.ready())).toArray();
    }

    @Override
    public void place(Orders orders) {
        place(orders, "(n %% %d)".formatted(Games.ORDINARY));
    }

    /** @param game the number of the order {@code n}'s game, in SQL */
    void place(Orders orders, String game) {
        surroundings.database().run(DATABASE, """
                with placed as (
                    insert into purchase_order (order_no, app_id, env, out_trade_no, open_id, item_code, item_name,
                        item_version, image_url, unit_price, quantity, amount, currency, attach, zone_id, state,
                        created_at, pay_id)
                    select 'GH-20261123-' || lpad(n::text, 9, '0'), 'wx-bench-' || %s, 0, '%s' || lpad(n::text, 9, '0'),
                        'oPlayer' || n %% 10007, 'gem_100', '100 gems', 1, 'https://pictures.example/gem_100.png', 499, 1,
                        499,
                        'USD', 'bag=1', '1', 'PAYING', now(), 'PAY' || n
                    from generate_series(%d, %d) as n
                    returning created_at, order_no)
                insert into unpaid_order (placed_at, order_no) select created_at, order_no from placed
                """.formatted(game, OrderNumber.PREFIX, orders.from(), orders.to() - 1));
    }

    @Override
    public Callbacks callbacks() {
        return callbacks(Games::ordinary);
    }

    Callbacks callbacks(IntUnaryOperator game) {
        return superapp.callbacks(game);
    }

    @Override
    public long waiting() {
        return number("select count(*) from notification_outbox");
    }

    @Override
    public boolean isQuiet() {
        return waiting() == 0 && number("select count(*) from business_log_unsealed") == 0;
    }

    @Override
    public void hold() {
        first().ask("off");
    }

    @Override
    public void release() {
        first().ask("on");
    }

    @Override
    public void verify(Orders orders) {
        var delivered = number("""
                select count(*) from purchase_order where state = 'DELIVERED' and out_trade_no >= '%s' and out_trade_no < '%s'
                """.formatted(OrderNumber.of(orders.from()), OrderNumber.of(orders.to())));
        var instances = number("""
                select count(distinct i.business_key_) + count(*) * 1000000000
                from act_hi_procinst i join purchase_order o on o.order_no = i.business_key_
                where i.proc_def_key_ = 'item-delivery' and i.state_ = 'COMPLETED'
                  and o.out_trade_no >= '%s' and o.out_trade_no < '%s'
                """.formatted(OrderNumber.of(orders.from()), OrderNumber.of(orders.to())));
        var expected = orders.count() + orders.count() * 1_000_000_000L;
        if (delivered != orders.count() || instances != expected) {
            throw new IllegalStateException("Of %d orders %d are delivered; instances %d and of orders %d"
                    .formatted(orders.count(), delivered, instances / 1_000_000_000, instances % 1_000_000_000));
        }
    }

    /** How many of them are as they were placed. */
    long unpaid(Orders orders) {
        return number("""
                select count(*) from purchase_order where state = 'PAYING' and out_trade_no >= '%s' and out_trade_no < '%s'
                """.formatted(OrderNumber.of(orders.from()), OrderNumber.of(orders.to())));
    }

    /** @throws IllegalStateException unless each of them is as it was placed */
    void verifyUnpaid(Orders orders) {
        var paying = unpaid(orders);
        if (paying != orders.count()) {
            throw new IllegalStateException(
                    "Of %d orders that nobody has paid %d are unpaid".formatted(orders.count(), paying));
        }
    }

    private long number(String sql) {
        return surroundings.database().number(DATABASE, sql);
    }

    @Override
    public Duration cpu() {
        return instances.stream().map(Jvm::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        instances.forEach(Jvm::close);
    }

    static Path jar(Path target) throws IOException {
        try (var files = java.nio.file.Files.list(target)) {
            return files.filter(it -> it.getFileName().toString().matches("gatehouse-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no packaged Gatehouse in " + target));
        }
    }
}
