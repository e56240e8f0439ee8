package io.gatehouse.catalogue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Where the files of imports lie while this instance reads them. One that is killed leaves its folder behind, and nobody
 * locks that any more; whichever starts next beside it removes it.
 */
@Component
class ReadingFolder implements DisposableBean {

    private static final String PREFIX = "gatehouse-imports-";
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;

    ReadingFolder(@Value("${java.io.tmpdir}") Path temporary) throws IOException {
        removeWhatIsLeft(temporary);
        this.folder = Files.createTempDirectory(temporary, PREFIX);
        this.lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
    }

    /** A folder in it for one reading, which removes it. */
    Path forReading() throws IOException {
        return Files.createTempDirectory(folder, "import");
    }

    private static void removeWhatIsLeft(Path temporary) throws IOException {
        try (var folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (var folder : folders) {
                if (isLeft(folder)) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean isLeft(Path folder) {
        try (var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                var ours = channel.tryLock()) {
            return ours != null;
        } catch (IOException | OverlappingFileLockException e) {
            // another user's, of this process itself, or not locked yet
            return false;
        }
    }

    @Override
    public void destroy() throws IOException {
        lock.close();
        remove(folder);
    }

    /** As far as it goes: the next start tries again. */
    private static void remove(Path folder) {
        FileSystemUtils.deleteRecursively(folder.toFile());
    }
}
