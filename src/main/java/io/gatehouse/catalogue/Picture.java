package io.gatehouse.catalogue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.apache.commons.codec.digest.DigestUtils;

import io.gatehouse.core.InvalidValue;

/**
 * An item's picture: what it is says its content, never its name or what its sender claimed.
 *
 * @param type {@code image/png} or {@code image/jpeg}
 * @param sha256 of the content, in lower hex
 */
record Picture(String type, int width, int height, byte[] content, String sha256) {

    static final int LARGEST = 2 * 1024 * 1024;
    static final int SHORTEST_SIDE = 100;
    static final int LONGEST_SIDE = 2000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /**
     * Looks at the content, the sides before decoding it, and decodes it.
     *
     * @throws InvalidValue at field {@code picture}
     */
    static Picture read(byte[] content) {
        if (content.length == 0) {
            throw new InvalidValue("picture", "picture.missing");
        }
        if (content.length > LARGEST) {
            throw new InvalidValue("picture", "picture.too-large", megabytes(content.length));
        }
        var format = format(content);
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            var reader = ImageIO.getImageReadersByFormatName(format).next();
            try {
                reader.setInput(stream, true, true);
                var width = reader.getWidth(0);
                var height = reader.getHeight(0);
                if (Math.min(width, height) < SHORTEST_SIDE || Math.max(width, height) > LONGEST_SIDE) {
                    throw new InvalidValue("picture", "picture.wrong-size", width, height);
                }
                BufferedImage decoded = reader.read(0);
                return new Picture(
                        "image/" + format,
                        decoded.getWidth(),
                        decoded.getHeight(),
                        content,
                        DigestUtils.sha256Hex(content));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException e) {
            // what the decoders of the JDK throw at damaged files
            throw new InvalidValue("picture", "picture.damaged", format);
        }
    }

    private static String format(byte[] content) {
        if (startsWith(content, PNG)) {
            return "png";
        }
        if (startsWith(content, JPEG)) {
            return "jpeg";
        }
        throw new InvalidValue("picture", "picture.neither-png-nor-jpeg");
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        return content.length >= magic.length && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    private static String megabytes(int bytes) {
        return "%.1f".formatted(bytes / 1024.0 / 1024.0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture && picture.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
