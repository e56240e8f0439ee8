package io.gatehouse.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What all contestants of a run share.
 *
 * @param lease of what an instance of ours has taken
 * @param jar the packaged application
 * @param classes the folder with the classes of this package
 */
record Surroundings(
        Workshop workshop, Database database, ReceiverProcess receiver, Duration lease, Path jar, Path classes) {

    /** The same with another database, and another folder. */
    Surroundings with(Database other, Workshop room) {
        return new Surroundings(room, other, receiver, lease, jar, classes);
    }
}
