package io.gatehouse.catalogue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import org.springframework.util.unit.DataSize;

/** Pictures and settings for tests. */
final class CatalogueFixtures {

    private CatalogueFixtures() {}

    static CatalogueSettings settings() {
        return new CatalogueSettings(20, 10_000, 500, DataSize.ofMegabytes(50), DataSize.ofMegabytes(200));
    }

    static byte[] png(int width, int height, Color color) {
        return image("png", width, height, color);
    }

    static byte[] png(Color color) {
        return png(120, 120, color);
    }

    static byte[] jpeg(int width, int height) {
        return image("jpeg", width, height, Color.ORANGE);
    }

    static byte[] image(String format, int width, int height, Color color) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
