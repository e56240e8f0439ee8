package io.gatehouse.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A PostgreSQL whose tables lie on a small file system of its own, in a mount namespace that ends with it; its
 * write-ahead log has a disk to itself, as it should have.
 */
final class SmallDisk implements AutoCloseable {

    private static final String SCRIPT = """
            set -e
            mount -t tmpfs -o size=256m tmpfs "$1"
            exec unshare -U sh -c '
                "$3"/initdb -D "$1"/data --waldir="$2" -U postgres -A trust -E UTF8 --locale=C.UTF-8 &&
                exec "$3"/postgres -D "$1"/data -p "$4" -k "" -c listen_addresses=localhost -c max_connections=100
            ' sh "$1" "$2" "$3" "$4"
            """;

    private final Process process;
    private final int port;
    private final Path folder;

    private SmallDisk(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    /** Whether this machine lets us mount one. */
    static boolean isPossible() throws IOException {
        return new ProcessBuilder("sh", "-c", "unshare -Urm mount -t tmpfs tmpfs /mnt")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                == 0;
    }

    /** @param programs the folder with PostgreSQL's programs */
    static SmallDisk start(Workshop workshop, Path programs) throws IOException {
        var folder = Files.createDirectories(workshop.data("small-disk"));
        var log = workshop.data("small-disk-wal");
        var port = freePort();
        var command = List.of(
                "unshare",
                "-Urm",
                "sh",
                "-c",
                SCRIPT,
                "sh",
                folder.toString(),
                log.toString(),
                programs.toString(),
                "" + port);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(workshop.log("small-disk").toFile())
                .start();
        return new SmallDisk(process, port, folder);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    ProcessHandle postmaster() {
        return process.toHandle();
    }

    /** Leaves no room on it. */
    void fill() throws IOException {
        try (var file = Files.newOutputStream(filler())) {
            var block = new byte[4096];
            while (true) {
                file.write(block);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    void free() throws IOException {
        Files.delete(filler());
    }

    /** As its own namespace sees it. */
    private Path filler() {
        return Path.of("/proc", String.valueOf(process.pid()), "root")
                .resolve(Path.of("/").relativize(folder.toAbsolutePath()))
                .resolve("filler");
    }

    @Override
    public void close() {
        // asked politely it would wait for everybody who is connected
        process.destroyForcibly();
        process.onExit().join();
    }
}
