package io.gatehouse.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;

import io.gatehouse.catalogue.PoisonFile.Fault;

/**
 * What a zip may unpack to. Everything is inflated once and counted before anybody parses it, because the sizes a zip
 * claims are its sender's.
 */
record ZipLimits(long inflated, int entries, int ratio) {

    private static final long GRACE = 1024 * 1024;

    void check(String field, Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > entries) {
                throw new PoisonFile(field, Fault.BOMB, entries, inflated / GRACE);
            }
            var left = inflated;
            for (var all = zip.entries(); all.hasMoreElements(); ) {
                var entry = all.nextElement();
                try (var content = zip.getInputStream(entry)) {
                    left -= count(field, content, left, Math.max(1, entry.getCompressedSize()));
                }
            }
        }
    }

    private long count(String field, InputStream content, long left, long packed) throws IOException {
        var buffer = new byte[16 * 1024];
        var total = 0L;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            total += read;
            if (total > left || (total > GRACE && total / packed > ratio)) {
                throw new PoisonFile(field, Fault.BOMB, entries, inflated / GRACE);
            }
        }
        return total;
    }
}
