package io.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder of one run: database, logs, data; made anew each time. */
record Workshop(Path folder) {

    static Workshop in(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return new Workshop(Files.createDirectories(folder));
    }

    /** A folder within. */
    Workshop room(String name) throws IOException {
        return new Workshop(Files.createDirectories(folder.resolve(name)));
    }

    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    Path data(String name) {
        return folder.resolve(name);
    }
}
