package io.gatehouse.access;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes passwords as the application does, for less: tests register people by the hundred. */
@TestConfiguration(proxyBeanMethods = false)
public class CheapPasswords {

    @Bean
    @Primary
    PasswordEncoder cheapPasswords() {
        return new Argon2PasswordEncoder(16, 32, 1, 64, 1);
    }
}
