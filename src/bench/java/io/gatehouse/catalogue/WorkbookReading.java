package io.gatehouse.catalogue;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;

import com.sun.management.OperatingSystemMXBean;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.util.unit.DataSize;

/**
 * A process that reads one workbook several times, as an import does or with POI's user model, and answers with its rows,
 * the sum of the lengths of their cells, and the median of the processor time of a reading in nanoseconds.
 */
public final class WorkbookReading {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private long rows;
    private long characters;

    private WorkbookReading() {}

    /** @param arguments {@code ours} or {@code usermodel}, the file, how often it is read */
    public static void main(String[] arguments) throws IOException, InvalidFormatException {
        var file = Path.of(arguments[1]);
        var times = new long[Integer.parseInt(arguments[2])];
        var reading = new WorkbookReading();
        for (var round = 0; round < times.length; round++) {
            reading = new WorkbookReading();
            var before = SYSTEM.getProcessCpuTime();
            if (arguments[0].equals("ours")) {
                reading.ours(file);
            } else {
                reading.usermodel(file.toFile());
            }
            times[round] = SYSTEM.getProcessCpuTime() - before;
        }
        Arrays.sort(times);
        System.out.printf("@%d %d %d%n", reading.rows, reading.characters, times[times.length / 2]);
    }

    private void ours(Path file) {
        var settings = new CatalogueSettings(20, 10_000, 100_000, DataSize.ofMegabytes(50), DataSize.ofMegabytes(200));
        new WorkbookReader(settings).read(file, row -> {
            rows++;
            row.cells().values().forEach(it -> characters += it.length());
        });
    }

    private void usermodel(File file) throws IOException, InvalidFormatException {
        var format = new DataFormatter();
        try (var workbook = new XSSFWorkbook(file)) {
            var sheet = workbook.getSheetAt(0);
            for (var row : sheet) {
                if (row.getRowNum() > 0) {
                    rows++;
                    row.forEach(it -> characters += format.formatCellValue(it).length());
                }
            }
        }
    }
}
