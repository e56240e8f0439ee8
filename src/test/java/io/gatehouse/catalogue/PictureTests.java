package io.gatehouse.catalogue;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.gatehouse.core.InvalidValue;

import static io.gatehouse.catalogue.CatalogueFixtures.image;
import static io.gatehouse.catalogue.CatalogueFixtures.jpeg;
import static io.gatehouse.catalogue.CatalogueFixtures.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PictureTests {

    @Test
    void isKnownByItsContent() {

        assertThat(Picture.read(png(Color.RED)).type()).isEqualTo("image/png");
        assertThat(Picture.read(jpeg(640, 480))).satisfies(it -> {
            assertThat(it.type()).isEqualTo("image/jpeg");
            assertThat(it.width()).isEqualTo(640);
            assertThat(it.height()).isEqualTo(480);
        });
    }

    @Test
    void isTheSameWhenItsContentIs() {

        assertThat(Picture.read(png(Color.RED))).isEqualTo(Picture.read(png(Color.RED)));
        assertThat(Picture.read(png(Color.RED))).isNotEqualTo(Picture.read(png(Color.BLUE)));
    }

    @ParameterizedTest
    @CsvSource({"99,100", "100,99", "2001,100", "100,2001"})
    void hasSidesBetween100And2000Pixels(int width, int height) {

        refuses("picture.wrong-size", png(width, height, Color.RED));
    }

    @ParameterizedTest
    @CsvSource({"100,100", "2000,2000"})
    void mayBeAsSmallAndAsLargeAsTheLimits(int width, int height) {

        assertThat(Picture.read(png(width, height, Color.RED)).width()).isEqualTo(width);
    }

    @Test
    void isRefusedAboveTwoMegabytes() {

        refuses("picture.too-large", Arrays.copyOf(png(Color.RED), Picture.LARGEST + 1));
    }

    @Test
    void isRefusedInAnotherFormatWhateverItsName() {

        refuses("picture.neither-png-nor-jpeg", image("gif", 200, 200, Color.RED));
        refuses("picture.neither-png-nor-jpeg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isRefusedWhenItIsCutOffOrOnlyBeginsLikeAPicture() {

        var whole = png(300, 300, Color.RED);

        refuses("picture.damaged", Arrays.copyOf(whole, 60));
        refuses("picture.damaged", Arrays.copyOf(whole, 8));
        refuses("picture.damaged", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 0, 0});
    }

    @Test
    void isMissingWhenEmpty() {

        refuses("picture.missing", new byte[0]);
    }

    private static void refuses(String code, byte[] content) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Picture.read(content))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
