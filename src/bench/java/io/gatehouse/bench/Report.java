package io.gatehouse.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What is printed: progress while it runs, a table, and at the end the ratios. */
final class Report {

    private final Map<String, Double> ratios = new LinkedHashMap<>();
    private final StringBuilder table = new StringBuilder();

    void progress(String line) {
        System.out.println("  " + line);
    }

    void line(String line) {
        table.append(line).append('\n');
        progress(line);
    }

    void ratio(String name, double value) {
        ratios.put(name, value);
        progress("%s = %.3f".formatted(name, value));
    }

    /** One line a contestant, and its ratios to ours. */
    void wholePath(Map<String, List<Sample>> samples) {
        line("%-17s %9s %9s %9s %9s %8s %8s"
                .formatted("whole path", "orders/s", "cpu-s/1k", "db-s/1k", "wal B/o", "p50 ms", "p99 ms"));
        samples.forEach((name, rounds) -> line("%-17s %9.0f %9.2f %9.2f %9.0f %8.1f %8.1f"
                .formatted(
                        name,
                        median(rounds, Sample::perSecond),
                        median(rounds, Sample::cpu),
                        median(rounds, Sample::databaseCpu),
                        median(rounds, Sample::wal),
                        median(rounds, Sample::p50),
                        median(rounds, Sample::p99))));
        var ours = samples.getOrDefault("ours", List.of());
        samples.forEach((name, rounds) -> {
            if (!name.equals("ours")) {
                ratio("delivery.ours-vs-" + name, pairs(ours, rounds, Sample::perSecond));
            }
        });
        var ceiling = samples.getOrDefault("ceiling", List.of());
        ratio("delivery.wal-vs-ceiling", pairs(ours, ceiling, Sample::wal));
        ratio("delivery.cpu-vs-ceiling", pairs(ours, ceiling, it -> it.cpu() + it.databaseCpu()));
    }

    private static double median(List<Sample> rounds, ToDoubleFunction<Sample> figure) {
        return Figures.median(rounds.stream().map(figure::applyAsDouble).toList());
    }

    /** The median of the ratios of each round. */
    private static double pairs(List<Sample> ours, List<Sample> others, ToDoubleFunction<Sample> figure) {
        return Figures.percentile(
                java.util.stream.IntStream.range(0, Math.min(ours.size(), others.size()))
                        .mapToDouble(it -> figure.applyAsDouble(ours.get(it)) / figure.applyAsDouble(others.get(it)))
                        .toArray(),
                0.5);
    }

    void print() {
        System.out.println();
        System.out.print(table);
        System.out.println();
        ratios.forEach((name, value) ->
                System.out.println("ratio %s %s".formatted(name, String.format(Locale.ROOT, "%.3f", value))));
    }
}
