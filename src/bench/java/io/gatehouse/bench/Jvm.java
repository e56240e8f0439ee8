package io.gatehouse.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A Java process that was started for the measurement; see {@link Parent} for its other end. */
final class Jvm implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;

    private final String name;
    private final Process process;
    private final PrintWriter questions;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final String ready;

    private Jvm(String name, Process process, Path log) throws IOException {
        this.name = name;
        this.process = process;
        this.questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        var writer = Files.newBufferedWriter(log);
        var reader = new Thread(() -> read(process, writer), name + "-output");
        reader.setDaemon(true);
        reader.start();
        this.ready = answer();
    }

    /** @param arguments of {@code java}: options, class, arguments */
    static Jvm start(String name, Path log, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new Jvm(name, process, log);
    }

    private void read(Process process, BufferedWriter log) {
        try (log;
                var lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(Parent.ANSWER)) {
                    answers.add(line.substring(1));
                } else {
                    log.write(line);
                    log.newLine();
                    log.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer() {
        try {
            for (var second = 0; second < PATIENCE_SECONDS; second++) {
                var answer = answers.poll(1, TimeUnit.SECONDS);
                if (answer != null) {
                    return checked(answer);
                }
                if (!process.isAlive()) {
                    throw new IllegalStateException(name + " has ended: see its log");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException(name + " does not answer");
    }

    private String checked(String answer) {
        if (answer.startsWith("failed ")) {
            throw new IllegalStateException(name + ": " + answer);
        }
        return answer;
    }

    /** What it said when it was ready. */
    String ready() {
        return ready;
    }

    String ask(String question) {
        questions.println(question);
        return answer();
    }

    long pid() {
        return process.pid();
    }

    /** Until something else has ended it. */
    void awaitEnd() {
        process.onExit().join();
    }

    /**
     * Lets it use these processors only.
     *
     * @param processors as {@code taskset -c} of util-linux takes them, {@code 0-1} for example
     */
    void confine(String processors) throws IOException {
        var command = List.of("taskset", "--all-tasks", "--pid", "--cpu-list", processors, String.valueOf(pid()));
        var confining = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(confining.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (confining.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(name + " can't be confined: " + said);
        }
    }

    /** The time its threads have spent on a processor. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it without a word, as a power cut would. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        questions.println("end");
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
