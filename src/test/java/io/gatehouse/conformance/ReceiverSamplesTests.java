package io.gatehouse.conformance;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;
import io.gatehouse.delivery.Form;
import io.gatehouse.delivery.TestNotifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A sample receiver … */
class ReceiverSamplesTests extends ConformanceTest {

    static final Path RECEIVERS = Path.of("src/receivers").toAbsolutePath();

    enum Language {
        JAVA(List.of("javac", "-version"), "Debian: apt-get install openjdk-17-jdk-headless"),
        NODE(List.of("node", "--version"), "Debian: apt-get install nodejs"),
        GO(List.of("go", "version"), "Debian: apt-get install golang-go"),
        PHP(List.of("php", "--version"), "Debian: apt-get install php-cli"),
        PYTHON(List.of("python3", "--version"), "Debian: apt-get install python3");

        private final List<String> question;
        private final String howToInstall;

        Language(List<String> question, String howToInstall) {
            this.question = question;
            this.howToInstall = howToInstall;
        }

        String folder() {
            return name().toLowerCase();
        }

        boolean isHere() throws InterruptedException {
            try {
                var process = new ProcessBuilder(question)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
            } catch (IOException e) {
                return false; // there is no such program
            }
        }

        /** Makes what must be made first; returns the command that starts it. */
        List<String> build(Path work, int port) throws IOException, InterruptedException {
            var source = RECEIVERS.resolve(folder());
            return switch (this) {
                case JAVA -> {
                    var command = new ArrayList<>(List.of("javac", "-Xlint:all", "-Werror", "-d", work.toString()));
                    try (var files = Files.list(source)) {
                        files.map(Path::toString)
                                .filter(it -> it.endsWith(".java"))
                                .forEach(command::add);
                    }
                    make(command, source);
                    yield List.of("java", "-cp", work.toString(), "Receiver");
                }
                case GO -> {
                    make(List.of("go", "build", "-o", work.resolve("receiver").toString(), "."), source);
                    yield List.of(work.resolve("receiver").toString());
                }
                case NODE -> List.of("node", source.resolve("receiver.mjs").toString());
                case PYTHON -> List.of("python3", source.resolve("receiver.py").toString());
                case PHP ->
                    List.of(
                            "php",
                            "-S",
                            "127.0.0.1:" + port,
                            source.resolve("receiver.php").toString());
            };
        }

        private static void make(List<String> command, Path folder) throws IOException, InterruptedException {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as("%s", command).isZero();
        }
    }

    @Autowired
    ReceiverSamples samples;

    @Autowired
    TestNotifications testNotifications;

    /** A receiver that runs, and the game whose keys it has. */
    private record Trial(AppId game, Username administrator, String url, Path work, Process process) {

        Path ledger() {
            return work.resolve("ledger");
        }
    }

    private final Map<Language, Trial> trials = new EnumMap<>(Language.class);
    private final ExecutorService beside = Executors.newFixedThreadPool(Language.values().length);

    @AfterEach
    void endTheReceivers() {
        beside.shutdownNow();
        trials.values().forEach(it -> it.process().destroy());
    }

    /** All languages at the same time: a run mostly waits for a sender who is slow on purpose. */
    @TestFactory
    Stream<DynamicTest> passesEveryLineOfTheConformanceRunInEveryForm(@TempDir Path work) throws Exception {
        for (var language : Language.values()) {
            if (language.isHere()) {
                trials.put(language, begin(language, Files.createDirectory(work.resolve(language.folder()))));
            }
        }
        var runs = new EnumMap<Language, Future<?>>(Language.class);
        trials.forEach((language, trial) -> runs.put(language, beside.submit(() -> passesEveryLine(trial))));

        return Stream.of(Language.values())
                .map(language -> DynamicTest.dynamicTest(language.name(), () -> {
                    Assumptions.assumeTrue(
                            runs.containsKey(language),
                            () -> "%s is not installed here. %s".formatted(language, language.howToInstall));
                    assertThat(runs.get(language)).succeedsWithin(Duration.ofMinutes(5));
                }));
    }

    private Trial begin(Language language, Path work) throws Exception {
        registerAGame();
        var port = freePort();
        var url = "http://127.0.0.1:" + port + "/deliver";
        configure(url);
        renewKeys();
        var trial = new Trial(game, mei, url, work, start(language, work, port));
        awaitListening(trial.process());
        return trial;
    }

    private Void passesEveryLine(Trial trial) throws Exception {
        for (var form : Form.values()) {
            configurations.save(trial.game(), trial.url(), trial.url(), form, trial.administrator());

            var orders = run(trial.game(), orders(), trial.administrator());
            var mock = testNotifications.send(trial.game(), trial.administrator());

            assertThat(orders.run().form()).isEqualTo(form);
            assertThat(orders.findings())
                    .filteredOn(it -> it.note() != Note.NO_PAY_EVENT_SIG)
                    .allSatisfy(it -> assertThat(it.verdict())
                            .as("%s in form %s", it.check(), form)
                            .withFailMessage("%s", it)
                            .isEqualTo(Verdict.PASSED));
            assertThat(orders.findings()).extracting(Finding::note).contains(Note.ONCE, Note.NOTHING_AFTER_REFUND);
            assertThat(mock.acknowledged()).as("%s", mock).isTrue();
        }
        assertThat(Files.readAllLines(trial.ledger()))
                .doesNotHaveDuplicates()
                .filteredOn(it -> it.startsWith("delivered "))
                .hasSize(3 * 8 + 2 * 6); // form D has no second key to try
        refusesADocumentType(trial);
        return null;
    }

    /** What it would have read from the file, it would have written into its ledger. */
    private void refusesADocumentType(Trial trial) throws Exception {
        var ledger = Files.readString(trial.ledger());
        var secret = Files.writeString(trial.work().resolve("secret"), "made_of_a_file");
        for (var entity : List.of("\"made_of_an_entity\"", "SYSTEM \"" + secret.toUri() + "\"")) {
            var body = """
                    <!DOCTYPE xml [<!ENTITY order %s>]><xml><MsgType>event</MsgType>\
                    <Event>xpay_goods_deliver_notify</Event><OutTradeNo>&order;</OutTradeNo><Env>1</Env></xml>""".formatted(entity);
            var message = Message.of(
                    Form.D_XML,
                    Instant.now(),
                    body,
                    credentials.webhookSecrets(trial.game()).stream()
                            .map(it -> it.value())
                            .toList());
            var request = HttpRequest.newBuilder(URI.create(trial.url())).POST(BodyPublishers.ofString(body));
            message.headers().forEach(request::header);

            var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(Files.readString(trial.ledger())).isEqualTo(ledger);
        }
    }

    private Process start(Language language, Path work, int port) throws Exception {
        var command = new ProcessBuilder(language.build(work, port)).redirectErrorStream(true);
        command.environment()
                .putAll(Map.of(
                        "PORT", String.valueOf(port),
                        "APP_KEYS", keys(Env.LIVE),
                        "SANDBOX_APP_KEYS", keys(Env.SANDBOX),
                        "WEBHOOK_SECRETS",
                                credentials.webhookSecrets(game).stream()
                                        .map(it -> it.value())
                                        .collect(Collectors.joining(",")),
                        "LEDGER", work.resolve("ledger").toString()));
        return command.start();
    }

    private String keys(Env env) {
        return credentials.accepted(game, env).stream().map(it -> it.value()).collect(Collectors.joining(","));
    }

    /** Reads until it says so, and goes on reading, so that it never waits for a reader. */
    private static void awaitListening(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("listening on") || line.contains("Development Server")) {
                var reader = new Thread(() -> output.lines().forEach(it -> {}), "output of a receiver");
                reader.setDaemon(true);
                reader.start();
                return;
            }
        }
        throw new AssertionError("The receiver ended: " + said);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @EnumSource
    void canBeDownloadedAsAWhole(Language language) throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(samples.zip(language.folder())))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }

        try (var files = Files.list(RECEIVERS.resolve(language.folder()))) {
            assertThat(names)
                    .contains("receiver/README.md")
                    .containsAll(files.filter(Files::isRegularFile)
                            .map(it -> "receiver/" + language.folder() + "/" + it.getFileName())
                            .toList());
        }
    }

    @Test
    void existsInTheseLanguagesOnly() {

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> samples.zip("../schemas"));
    }
}
