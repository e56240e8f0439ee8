package io.gatehouse.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How much is measured, from the system properties {@code bench.*}.
 *
 * @param rounds of each contestant, interleaved
 * @param orders of each round
 * @param warmup how long each contestant is given orders before the first round
 * @param rows of the workbook that is imported
 * @param outage orders paid while an endpoint is down
 * @param kills of an instance of ours
 * @param restarts of the database
 * @param failovers from one database to its standby
 * @param instances of ours, of which one is killed
 * @param lease of what an instance of ours has taken
 * @param seed of what is left to chance
 * @param only the contestants, besides ours and the ceiling; empty for all there are
 * @param measures which are taken besides the whole path; empty for all
 * @param target where the build puts things
 */
record Settings(
        int rounds,
        int orders,
        Duration warmup,
        int rows,
        int outage,
        int kills,
        int restarts,
        int failovers,
        int instances,
        Duration lease,
        long seed,
        List<String> only,
        List<String> measures,
        Path target) {

    static Settings fromProperties() {
        return new Settings(
                Integer.getInteger("bench.rounds"),
                Integer.getInteger("bench.orders"),
                Duration.ofSeconds(Integer.getInteger("bench.warmup")),
                Integer.getInteger("bench.rows"),
                Integer.getInteger("bench.outage"),
                Integer.getInteger("bench.kills"),
                Integer.getInteger("bench.restarts"),
                Integer.getInteger("bench.failovers"),
                Integer.getInteger("bench.instances"),
                Duration.ofSeconds(Integer.getInteger("bench.lease")),
                Long.getLong("bench.seed", System.nanoTime()),
                list("bench.contestants"),
                list("bench.measures"),
                Path.of(System.getProperty("bench.target")));
    }

    private static List<String> list(String name) {
        return Arrays.stream(System.getProperty(name, "").split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty() && !it.equals("all"))
                .toList();
    }

    boolean takes(String measure) {
        return measures.isEmpty() || measures.contains(measure);
    }
}
