package io.gatehouse.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import io.gatehouse.catalogue.PoisonFile.Fault;

/** The zip of pictures beside a workbook; a picture is found by the item id its file is named by, in any folder. */
class PictureZip implements AutoCloseable {

    private static final String FIELD = "pictures";
    private static final int HIGHEST_RATIO = 250;
    private static final Pattern NAME = Pattern.compile("(?:.*/)?([A-Za-z0-9_-]{1,64})\\.(?i:png|jpg|jpeg)");

    private final ZipFile zip;
    private final Map<String, List<ZipEntry>> entries = new HashMap<>();

    private PictureZip(ZipFile zip) {
        this.zip = zip;
        for (var all = zip.entries(); all.hasMoreElements(); ) {
            var entry = all.nextElement();
            var name = NAME.matcher(entry.getName());
            if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/") && name.matches()) {
                entries.computeIfAbsent(name.group(1), it -> new ArrayList<>()).add(entry);
            }
        }
    }

    static PictureZip open(Path file, CatalogueSettings settings) throws IOException {
        try {
            if (Files.size(file) == 0) {
                throw new PoisonFile(FIELD, Fault.EMPTY);
            }
            var limits =
                    new ZipLimits(settings.importInflated().toBytes(), 100 + 2 * settings.importRows(), HIGHEST_RATIO);
            limits.check(FIELD, file);
            return new PictureZip(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
        } catch (ZipException e) {
            throw new PoisonFile(FIELD, Fault.NOT_A_ZIP);
        }
    }

    List<byte[]> of(String code) {
        var named = entries.getOrDefault(code, List.of());
        if (named.size() > 1) {
            // refused for their number, whatever they show
            return Collections.nCopies(named.size(), new byte[0]);
        }
        var contents = new ArrayList<byte[]>();
        for (var entry : named) {
            try (var content = zip.getInputStream(entry)) {
                contents.add(content.readNBytes(Picture.LARGEST + 1));
            } catch (IOException e) {
                throw new PoisonFile(FIELD, Fault.NOT_A_ZIP);
            }
        }
        return contents;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
