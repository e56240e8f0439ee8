package io.gatehouse.api;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import javax.imageio.ImageIO;

/** Pictures, and items that have one. */
final class Pictures {

    private Pictures() {}

    static byte[] png(int side) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An item for USD 4.99, ready to be added. */
    static Map<String, Object> item(String code) {
        return Map.of(
                "code",
                code,
                "name",
                "Gems",
                "price",
                Map.of("minor", 499, "currency", "USD"),
                "remark",
                "",
                "picture",
                png(120));
    }
}
