package io.gatehouse.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The folder of an instance that reads imports … */
class ReadingFolderTests {

    @TempDir
    Path temporary;

    @Test
    void isRemovedByTheNextStartWhenItsInstanceWasKilled() throws IOException {

        var left = Files.createDirectories(temporary.resolve("gatehouse-imports-1"));
        Files.createFile(left.resolve("lock"));
        Files.writeString(Files.createDirectory(left.resolve("import1")).resolve("workbook"), "Item ID");

        var folder = new ReadingFolder(temporary);

        assertThat(left).doesNotExist();
        folder.destroy();
    }

    @Test
    void isLeftAloneWhileItsInstanceLives() throws IOException {

        var living = new ReadingFolder(temporary);
        var workbook = Files.writeString(living.forReading().resolve("workbook"), "Item ID");

        var next = new ReadingFolder(temporary);

        assertThat(workbook).exists();
        next.destroy();
        living.destroy();
    }

    @Test
    void isRemovedWhenItsInstanceStops() throws IOException {

        var folder = new ReadingFolder(temporary);
        Files.writeString(folder.forReading().resolve("workbook"), "Item ID");

        folder.destroy();

        assertThat(temporary).isEmptyDirectory();
    }
}
