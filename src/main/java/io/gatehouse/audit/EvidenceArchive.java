package io.gatehouse.audit;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.codec.digest.DigestUtils;

/** A zip file that ends with the hashes of everything in it. */
final class EvidenceArchive implements AutoCloseable {

    private final ZipOutputStream zip;
    private final StringBuilder manifest = new StringBuilder();

    EvidenceArchive(OutputStream out) {
        this.zip = new ZipOutputStream(new BufferedOutputStream(out), StandardCharsets.UTF_8);
    }

    void add(String name, String content) throws IOException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
        manifest.append(DigestUtils.sha256Hex(bytes)).append("  ").append(name).append('\n');
    }

    /** Adds a file that is written as it comes. */
    void add(String name, Consumer<OutputStream> content) throws IOException {
        var digest = DigestUtils.getSha256Digest();
        zip.putNextEntry(new ZipEntry(name));
        var out = new BufferedOutputStream(new DigestOutputStream(unclosed(), digest));
        content.accept(out);
        out.flush();
        zip.closeEntry();
        manifest.append(HexFormat.of().formatHex(digest.digest()))
                .append("  ")
                .append(name)
                .append('\n');
    }

    /** @return the fingerprint of the archive: the SHA-256 of its list of hashes */
    String finish() throws IOException {
        var list = manifest.toString();
        zip.putNextEntry(new ZipEntry(EvidenceFiles.MANIFEST));
        zip.write(list.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return DigestUtils.sha256Hex(list);
    }

    private OutputStream unclosed() {
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
