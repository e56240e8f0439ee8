package io.gatehouse.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The server of a game, as its developer set it up.
 *
 * @param secret the app secret with which it asks Gatehouse for tokens
 * @param keys what its developer took from the mailed archive; null until then
 * @param earlier the keys before those, still good while both are in use
 */
record ToyGame(
        String appId,
        String name,
        String secret,
        @Nullable Keys keys,
        @Nullable Keys earlier,
        @Nullable Instant keysEnteredAt,
        ToyMood mood) {

    /**
     * @param live the AppKey of live orders
     * @param sandbox the AppKey of sandbox orders
     * @param webhook the {@code whsec_} secret of the notifications' headers
     */
    record Keys(
            String live, @Nullable String sandbox, @Nullable String webhook) {

        String appKey(int env) {
            return env == 1 && sandbox != null ? sandbox : live;
        }

        @Override
        public String toString() {
            return "Keys[********]";
        }
    }

    List<Keys> accepted() {
        return Stream.of(keys, earlier).filter(Objects::nonNull).toList();
    }

    @Override
    public String toString() {
        return "ToyGame[%s, secrets=********]".formatted(appId);
    }
}
