package io.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.dhatim.fastexcel.Workbook;

import io.gatehouse.catalogue.WorkbookReading;

/**
 * The reading of an import's workbook beside POI's user model, each in a process of its own: processor time of a reading
 * with heap enough, and the smallest heap in which one succeeds.
 */
final class Imports {

    private static final int ROOMY = 2048;
    private static final int[] HEAPS = {16, 24, 32, 40, 48, 64, 96, 128, 192, 256, 384, 512, 640, 768, 1024, 1536};

    private final Workshop workshop;
    private final Report report;

    Imports(Workshop workshop, Report report) {
        this.workshop = workshop;
        this.report = report;
    }

    void measure(int rows, int rounds) throws IOException {
        var file = workbook(rows);
        report.progress("%d rows, %d bytes".formatted(rows, Files.size(file)));
        var ours = read("ours", file, ROOMY, rounds);
        var theirs = read("usermodel", file, ROOMY, rounds);
        if (ours.rows() != rows || !ours.isSameAs(theirs)) {
            throw new IllegalStateException("Not the same was read: %s and %s".formatted(ours, theirs));
        }
        var heap = smallestHeap("ours", file);
        var theirHeap = smallestHeap("usermodel", file);
        report.line("%-10s %9s %9s".formatted("import", "cpu-s", "heap MB"));
        report.line("%-10s %9.2f %9d".formatted("ours", ours.nanos() / 1e9, heap));
        report.line("%-10s %9.2f %9d".formatted("usermodel", theirs.nanos() / 1e9, theirHeap));
        report.ratio("import.usermodel-cpu-vs-ours", (double) theirs.nanos() / ours.nanos());
        report.ratio("import.heap-vs-usermodel", (double) heap / theirHeap);
    }

    /** As people fill them in: few remarks alike, texts with what XML has to escape. */
    private Path workbook(int rows) throws IOException {
        var file = workshop.folder().resolve("items.xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "Gatehouse", "1.0")) {
            var sheet = book.newWorksheet("Items");
            var heads = List.of("Item ID", "Item name", "Price", "Image", "Remark");
            for (var column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
            }
            for (var row = 1; row <= rows; row++) {
                sheet.value(row, 0, "item_" + row);
                sheet.value(row, 1, "Chest & key " + row % 5000);
                sheet.value(row, 2, row % 9999 + 1);
                sheet.value(row, 3, "File in the zip");
                sheet.value(row, 4, "Winter season, <row> " + row);
            }
        }
        return file;
    }

    /** The first of the sizes that is enough, found by halving. */
    private int smallestHeap(String reader, Path file) throws IOException {
        var low = 0;
        var high = HEAPS.length - 1;
        while (low < high) {
            var middle = (low + high) / 2;
            if (isEnough(reader, file, HEAPS[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return HEAPS[low];
    }

    private boolean isEnough(String reader, Path file, int megabytes) throws IOException {
        try {
            read(reader, file, megabytes, 1);
            return true;
        } catch (IllegalStateException e) {
            // it has ended without an answer, as one does that is out of memory
            return false;
        }
    }

    private Reading read(String reader, Path file, int megabytes, int rounds) throws IOException {
        var name = "%s-%d".formatted(reader, megabytes);
        try (var jvm = Jvm.start(
                name,
                workshop.log(name),
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx%dm".formatted(megabytes),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkbookReading.class.getName(),
                        reader,
                        file.toString(),
                        String.valueOf(rounds)))) {
            var words = jvm.ready().split(" ");
            return new Reading(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
        }
    }

    /** @param nanos of processor time, the median of the rounds */
    private record Reading(long rows, long characters, long nanos) {

        boolean isSameAs(Reading other) {
            return rows == other.rows && characters == other.characters;
        }
    }
}
