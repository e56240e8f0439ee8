package io.gatehouse.access.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A password … */
class PasswordTests {

    @Test
    void isKeptAsAHashThatIsDearToGuess() {
        var passwords = new SecurityConfiguration().passwordEncoder();

        var kept = passwords.encode("gatehouse");

        assertThat(kept).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
        assertThat(passwords.matches("gatehouse", kept)).isTrue();
        assertThat(passwords.matches("Gatehouse", kept)).isFalse();
    }
}
