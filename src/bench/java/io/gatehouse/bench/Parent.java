package io.gatehouse.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The process that started this one: it asks by lines on standard input and is answered by lines on standard output. */
final class Parent {

    /** What stands before an answer; every other line is a log's. */
    static final String ANSWER = "@";

    /** Does what a line says. */
    interface Command {

        String run(String[] words) throws Exception;
    }

    private final PrintStream answers = System.out;
    private final BufferedReader questions =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    /** From now on nothing but answers goes to standard output. */
    Parent() {
        System.setOut(System.err);
    }

    /** Tells that this process is ready, and obeys until the other one says {@code end} or is gone. */
    void serve(String ready, Command command) throws IOException {
        answer(ready);
        for (var line = questions.readLine(); line != null && !line.equals("end"); line = questions.readLine()) {
            answer(answerTo(line, command));
        }
    }

    private static String answerTo(String line, Command command) {
        try {
            return command.run(line.split(" "));
        } catch (Exception e) {
            e.printStackTrace();
            return "failed " + e;
        }
    }

    private void answer(String text) {
        answers.println(ANSWER + text);
        answers.flush();
    }
}
