package io.gatehouse.core;

import java.security.SecureRandom;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The safe … */
class SafeTests {

    private final Safe safe = new Safe(key());

    @Test
    void opensASecretAtItsOwnPlaceOnly() {

        var sealed = safe.seal("secret", "wx1/CR-1/app-key");

        assertThat(safe.openText(sealed, "wx1/CR-1/app-key")).isEqualTo("secret");
        assertThat(safe.seal("secret", "wx1/CR-1/app-key")).isNotEqualTo(sealed);
        for (var place : List.of("wx2/CR-1/app-key", "wx1/CR-2/app-key", "wx1/CR-1/sandbox-app-key")) {
            assertThatExceptionOfType(Safe.DoesNotOpen.class).isThrownBy(() -> safe.open(sealed, place));
        }
        assertThatExceptionOfType(Safe.DoesNotOpen.class)
                .isThrownBy(() -> new Safe(key()).open(sealed, "wx1/CR-1/app-key"));
    }

    @Test
    void opensNothingOfWhichOneBitWasChanged() {

        var sealed = safe.seal("secret", "wx1/CR-1/app-key");

        for (var bit = 0; bit < sealed.length * 8; bit++) {
            var changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatExceptionOfType(Safe.DoesNotOpen.class).isThrownBy(() -> safe.open(changed, "wx1/CR-1/app-key"));
        }
    }

    @Test
    void marksATextForOnePurpose() {

        var mark = safe.mark("text", "one purpose");

        assertThat(safe.mark("text", "one purpose")).isEqualTo(mark).hasSize(43);
        assertThat(safe.mark("text", "another purpose")).isNotEqualTo(mark);
        assertThat(safe.mark("texts", "one purpose")).isNotEqualTo(mark);
        assertThat(new Safe(key()).mark("text", "one purpose")).isNotEqualTo(mark);
    }

    private static byte[] key() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
