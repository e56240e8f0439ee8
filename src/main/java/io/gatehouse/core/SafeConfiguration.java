package io.gatehouse.core;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Where the key of the safe comes from: a setting, or in the sandbox a file that is made at the first start. */
@Configuration(proxyBeanMethods = false)
class SafeConfiguration {

    private static final String SETTING = "gatehouse.secrets.key";

    @Bean
    Safe safe(
            @Value("${" + SETTING + ":}") String key,
            @Value("${gatehouse.data-dir}") Path folder,
            Environment environment)
            throws IOException {
        if (!key.isBlank()) {
            return new Safe(decode(key));
        }
        if (!environment.acceptsProfiles(Profiles.of("sandbox"))) {
            throw new IllegalStateException(
                    "The setting " + SETTING + " is missing: 32 random bytes in base64, kept outside the database");
        }
        return new Safe(decode(kept(folder.resolve("secrets.key"))));
    }

    private static byte[] decode(String key) {
        try {
            var bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length == Safe.KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below, without the value
        }
        throw new IllegalStateException("The setting " + SETTING + " must be 32 bytes in base64");
    }

    static String kept(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var key = new byte[Safe.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        var made = Base64.getEncoder().encodeToString(key);
        try {
            Files.createFile(file, onlyForOwner(file));
            Files.writeString(file, made, StandardOpenOption.WRITE);
            return made;
        } catch (FileAlreadyExistsException e) {
            return Files.readString(file);
        }
    }

    private static FileAttribute<?>[] onlyForOwner(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
