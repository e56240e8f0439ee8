package io.gatehouse.bench;

import java.nio.file.Path;

/**
 * What all contestants of a run share.
 *
 * @param jar the packaged application
 * @param classes the folder with the classes of this package
 */
record Surroundings(Workshop workshop, Database database, ReceiverProcess receiver, Path jar, Path classes) {}
