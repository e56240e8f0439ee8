package io.gatehouse.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Gives Gatehouse and the toy superapp the address and the keys they must know of each other before anything starts. The
 * keys are made at the first start and kept in the data folder; none stands in the repository.
 */
class SandboxEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String OURS = "gatehouse.sandbox.";
    private static final String GATEHOUSE = "gatehouse.superapp.";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("sandbox"))) {
            return;
        }
        var settings = new LinkedHashMap<String, Object>();
        var port = environment.getProperty("server.port", Integer.class, 8080);
        if (port == 0) {
            // chosen now, not by the server: the counterparts are told each other's address before it is up
            port = freePort();
            settings.put("server.port", port);
        }
        var address = "http://localhost:" + port;
        var keys = keys(Path.of(environment.getProperty("gatehouse.data-dir", ".gatehouse"), "sandbox"));
        settings.put(OURS + "address", address);
        settings.put(OURS + "application-id", "sandbox-superapp");
        settings.put(OURS + "secret-key", keys.getProperty("secret-key"));
        settings.put(OURS + "aes-key", keys.getProperty("aes-key"));
        settings.put(OURS + "private-key", keys.getProperty("private-key"));
        unlessSet(environment, settings, "base-url", address + "/toy/superapp");
        unlessSet(environment, settings, "application-id", "sandbox-superapp");
        unlessSet(environment, settings, "secret-key", keys.getProperty("secret-key"));
        unlessSet(environment, settings, "callback-aes-key", keys.getProperty("aes-key"));
        unlessSet(environment, settings, "callback-public-key", keys.getProperty("public-key"));
        environment.getPropertySources().addFirst(new MapPropertySource("gatehouse sandbox", settings));
    }

    private static void unlessSet(
            ConfigurableEnvironment environment, Map<String, Object> settings, String name, Object value) {
        if (!StringUtils.hasText(environment.getProperty(GATEHOUSE + name))) {
            settings.put(GATEHOUSE + name, value);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties keys(Path folder) {
        try {
            var file = folder.resolve("toy-superapp.properties");
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                var made = Files.createTempFile(folder, "keys", ".tmp"); // readable by the owner alone
                var text = new StringWriter();
                made().store(text, "Keys of the sandbox's toy superapp; worth nothing anywhere else");
                Files.writeString(made, text.toString());
                Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            }
            var keys = new Properties();
            keys.load(new StringReader(Files.readString(file)));
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties made() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3072);
            var pair = generator.generateKeyPair();
            var keys = new Properties();
            keys.setProperty("secret-key", ToyCrypto.random(32));
            keys.setProperty("aes-key", ToyCrypto.random(32));
            keys.setProperty(
                    "private-key",
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            keys.setProperty("public-key", pem(pair.getPublic().getEncoded()));
            return keys;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(byte[] publicKey) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey);
        return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
    }
}
