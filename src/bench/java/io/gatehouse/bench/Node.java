package io.gatehouse.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One PostgreSQL of a pair, run by its own programs. */
record Node(Path data, int port, Path programs, Path log) {

    private static final String SETTINGS = """

            port = %d
            listen_addresses = 'localhost'
            unix_socket_directories = ''
            max_connections = 200
            fsync = on
            synchronous_commit = on
            wal_keep_size = '1GB'
            """;

    static Node in(Workshop workshop, String name, Path programs) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Node(workshop.data(name), socket.getLocalPort(), programs, workshop.log(name));
        }
    }

    void create() throws IOException {
        run(programs.resolve("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
    }

    /** Makes it what another one is that does not run. */
    void copy(Node other) throws IOException {
        run(Path.of("cp"), "-a", other.data, data);
    }

    void settle(String... settings) throws IOException {
        var text = SETTINGS.formatted(port) + String.join("\n", settings) + "\n";
        Files.writeString(data.resolve("postgresql.conf"), text, StandardOpenOption.APPEND);
    }

    void follow(Node primary) throws IOException {
        Files.createFile(data.resolve("standby.signal"));
        settle("primary_conninfo = 'host=localhost port=%d user=postgres application_name=standby'"
                .formatted(primary.port));
    }

    void start() throws IOException {
        run(programs.resolve("pg_ctl"), "start", "-w", "-D", data, "-l", log);
    }

    void promote() throws IOException {
        run(programs.resolve("pg_ctl"), "promote", "-w", "-D", data);
    }

    /** All its processes at the same moment, as when the machine is gone. */
    void kill() throws IOException {
        var postmaster = postmaster().orElseThrow();
        var processes = new ArrayList<>(postmaster.descendants().toList());
        processes.add(0, postmaster);
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(it -> it.onExit().join());
    }

    boolean isRunning() throws IOException {
        return postmaster().isPresent();
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        var file = data.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()));
    }

    String host() {
        return "localhost:" + port;
    }

    private void run(Path program, Object... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to be run by root
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " has failed: see " + log);
        }
    }
}
