package io.gatehouse.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived an application which was killed. The kernel released the application's lock on the data
 * folder, so "the lock is free and the server is alive" means that nobody uses it any more.
 */
class OrphanedServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);

    private OrphanedServer() {}

    static void stop(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        try (var channel = FileChannel.open(
                        data.resolve("epg-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new IllegalStateException("The data folder " + data
                        + " is in use by another running Gatehouse: stop it, or set gatehouse.data-dir");
            }
            var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            ProcessHandle.of(pid).filter(OrphanedServer::isPostgres).ifPresent(OrphanedServer::terminate);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(it -> Path.of(it).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }

    private static void terminate(ProcessHandle server) {
        log.warn("Stopping the PostgreSQL (pid {}) that a killed run left behind", server.pid());
        server.destroy();
        try {
            server.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "The PostgreSQL of a killed run (pid " + server.pid() + ") does not stop", e);
        }
    }
}
