package io.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** {@code mvn -Pbench -Dbench=delivery verify}: the measurements of the delivery of paid orders, or of imports. */
public final class Bench {

    private static final String PEERS = "io.gatehouse.bench.peers.";
    private static final List<String> BENCHMARKS = List.of("delivery", "import");

    private Bench() {}

    /** @param arguments {@code delivery}, {@code import}, or both by comma */
    public static void main(String[] arguments) throws IOException {
        var wanted = List.of(arguments.length == 1 ? arguments[0].split(",") : new String[0]);
        if (wanted.isEmpty() || !BENCHMARKS.containsAll(wanted)) {
            throw new IllegalArgumentException("The benchmarks are -Dbench=delivery and -Dbench=import");
        }
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var settings = Settings.fromProperties();
        var workshop = Workshop.in(settings.target().resolve("bench"));
        var report = new Report();
        try {
            if (wanted.contains("delivery")) {
                delivery(settings, workshop, report);
            }
            if (wanted.contains("import")) {
                new Imports(workshop.room("import"), report).measure(settings.rows(), settings.rounds());
            }
        } finally {
            report.print();
        }
    }

    private static void delivery(Settings settings, Workshop workshop, Report report) throws IOException {
        try (var database = Database.start(workshop);
                var receiver = ReceiverProcess.start(workshop)) {
            var surroundings = new Surroundings(
                    workshop, database, receiver, settings.lease(), Gatehouse.jar(settings.target()), classes());
            measure(settings, surroundings, report);
        }
    }

    private static Path classes() {
        return Path.of(
                Bench.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static void measure(Settings settings, Surroundings surroundings, Report report) throws IOException {
        var contestants = new ArrayList<Contestant>();
        try (var ours = Gatehouse.start(surroundings);
                var ceiling = PeerProcess.start("ceiling", Ceiling.class.getName(), surroundings)) {
            contestants.add(ours);
            contestants.add(ceiling);
            for (var peer : peers(settings).entrySet()) {
                contestants.add(PeerProcess.start(peer.getKey(), peer.getValue(), surroundings));
            }
            var wholePath = new WholePath(surroundings, report);
            for (var contestant : contestants) {
                wholePath.warmUp(contestant, settings.warmup(), contestant.ports());
            }
            others(
                    settings,
                    surroundings,
                    report,
                    ours,
                    ceiling,
                    wholePath,
                    path(settings, report, contestants, wholePath));
        } finally {
            contestants.forEach(Contestant::close);
        }
    }

    /** @return what ours does in a second */
    private static double path(Settings settings, Report report, List<Contestant> contestants, WholePath wholePath) {
        var samples = wholePath.rounds(contestants, settings.rounds(), settings.orders());
        report.wholePath(samples);
        return Figures.median(samples.getOrDefault("ours", List.of()).stream()
                .map(Sample::perSecond)
                .toList());
    }

    private static void others(
            Settings settings,
            Surroundings surroundings,
            Report report,
            Gatehouse ours,
            Contestant ceiling,
            WholePath wholePath,
            double perSecond)
            throws IOException {
        if (settings.takes("drain")) {
            new Drain(wholePath, report).measure(ours, ceiling, settings.rounds(), settings.orders());
        }
        if (settings.takes("half-load")) {
            new HalfLoad(surroundings, wholePath, report).measure(ours, ceiling, settings.rounds(), perSecond / 2);
        }
        if (settings.takes("hanging")) {
            new Hanging(surroundings, report).measure(ours, settings.rounds(), Math.min(1000, settings.orders()));
        }
        if (settings.takes("outage")) {
            new Outage(surroundings, report).measure(ours, settings.outage());
        }
        if (settings.takes("two-instances")) {
            new TwoInstances(surroundings, wholePath, report)
                    .measure(ours, settings.rounds(), settings.orders(), settings.warmup());
        }
        if (settings.takes("database-restart")) {
            // the others are not asked to outlive it: nothing of theirs is measured any more
            new DatabaseRestart(surroundings, wholePath, report)
                    .measure(
                            ours,
                            settings.restarts(),
                            Math.min(6000, settings.orders()),
                            Math.max(50, Math.min(500, perSecond / 4)));
        }
        if (settings.takes("kill")) {
            report.progress("seed " + settings.seed());
            new Kills(surroundings, wholePath, report, settings.seed())
                    .measure(ours, settings.kills(), settings.instances(), settings.orders(), settings.lease());
        }
        if (settings.takes("disk-full")) {
            new DiskFull(surroundings, report).measure();
        }
        if (settings.takes("failover")) {
            new Failover(surroundings, wholePath, report).measure(settings.failovers());
        }
        if (settings.takes("halt")) {
            new Halts(surroundings, wholePath, report, ours).measure();
        }
    }

    /** Those that are on the class path: the profile {@code bench} brings them all. */
    private static Map<String, String> peers(Settings settings) {
        var peers = new LinkedHashMap<String, String>();
        for (var peer : List.of(
                "db-scheduler DbSchedulerPeer",
                "jobrunr JobRunrPeer",
                "camunda-default CamundaPeer$Default",
                "camunda-tuned CamundaPeer$Tuned",
                "flowable-default FlowablePeer$Default",
                "flowable-tuned FlowablePeer$Tuned")) {
            var words = peer.split(" ");
            if (isPresent(PEERS + words[1])
                    && (settings.only().isEmpty() || settings.only().contains(words[0]))) {
                peers.put(words[0], PEERS + words[1]);
            }
        }
        return peers;
    }

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, Bench.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
