package io.gatehouse.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.FileHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** What the developer of a toy game does with the mailed archive: opens it and enters the keys at the game's server. */
@Component
@Profile("sandbox")
class ToyKeyring {

    private static final Pattern WEBHOOK = Pattern.compile("whsec_[A-Za-z0-9+/=_-]+");
    private static final Pattern APP_KEY =
            Pattern.compile("(?im)^\\W*(sandbox|live|test)?[ _-]*app[ _-]?key[^:=\\n]*[:=]\\s*\"?([A-Za-z0-9]{32})");
    private static final Pattern VALID_APP_KEY = Pattern.compile("[A-Za-z0-9]{8,64}");
    private static final long LARGEST_TEXT = 100_000;

    private final ToyGames games;
    private final Clock clock;

    ToyKeyring(ToyGames games, Clock clock) {
        this.games = games;
        this.clock = clock;
    }

    /** False if what was typed cannot be an AppKey or a webhook secret. */
    boolean typed(String appId, String appKey, String sandboxAppKey, String webhookSecret) {
        var live = appKey.strip();
        var sandbox = sandboxAppKey.strip();
        var webhook = webhookSecret.strip();
        if (!VALID_APP_KEY.matcher(live).matches()
                || !(sandbox.isEmpty() || VALID_APP_KEY.matcher(sandbox).matches())
                || !(webhook.isEmpty() || WEBHOOK.matcher(webhook).matches())) {
            return false;
        }
        games.enter(appId, new ToyGame.Keys(live, orNull(sandbox), orNull(webhook)), clock.instant());
        return true;
    }

    /** False if the archive does not open with that passphrase or holds no AppKey. */
    boolean opened(String appId, MultipartFile archive, String passphrase) {
        try {
            var file = Files.createTempFile("toy", ".zip");
            try {
                archive.transferTo(file);
                return keys(file, passphrase.strip())
                        .map(keys -> {
                            games.enter(appId, keys, clock.instant());
                            return true;
                        })
                        .orElse(false);
            } finally {
                Files.delete(file);
            }
        } catch (ZipException e) {
            return false; // not a zip, or the passphrase is another one
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ToyGame.Keys> keys(Path file, String passphrase) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipFile(file.toFile(), passphrase.toCharArray())) {
            for (FileHeader entry : zip.getFileHeaders()) {
                if (!entry.isDirectory() && entry.getUncompressedSize() < LARGEST_TEXT) {
                    try (var input = zip.getInputStream(entry)) {
                        text.append("\n# ").append(entry.getFileName()).append('\n');
                        text.append(new String(input.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return keys(text.toString());
    }

    private static Optional<ToyGame.Keys> keys(String text) {
        String live = null;
        String sandbox = null;
        var found = APP_KEY.matcher(text);
        while (found.find()) {
            var environment = found.group(1);
            if (environment == null || environment.equalsIgnoreCase("live")) {
                live = live == null ? found.group(2) : live;
            } else {
                sandbox = found.group(2);
            }
        }
        var webhook = WEBHOOK.matcher(text);
        var secret = webhook.find() ? webhook.group() : null;
        return live == null ? Optional.empty() : Optional.of(new ToyGame.Keys(live, sandbox, secret));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
