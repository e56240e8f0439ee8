package io.gatehouse.sandbox;

import java.util.Arrays;
import java.util.List;

/** Somebody who plays the toy games. As on every superapp, each game knows a player by another open id. */
enum ToyPlayer {
    WREN("Wren"),
    TAO("Tao"),
    PRIYA("Priya"),
    OTIS("Otis");

    private final String shown;

    ToyPlayer(String shown) {
        this.shown = shown;
    }

    public String shown() {
        return shown;
    }

    /** 28 characters that begin with {@code o}, the same at every start. */
    String openId(String appId) {
        return "o" + ToyCrypto.hmacHex("open id of " + name(), appId).substring(0, 27);
    }

    static List<ToyPlayer> all() {
        return List.of(values());
    }

    static ToyPlayer named(String name) {
        return Arrays.stream(values())
                .filter(it -> it.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(WREN);
    }
}
