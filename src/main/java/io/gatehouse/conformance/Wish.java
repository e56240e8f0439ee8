package io.gatehouse.conformance;

import java.util.regex.Pattern;

import io.gatehouse.core.InvalidValue;

/**
 * What a run sends.
 *
 * @param kind mocks, which hand nothing out, or sandbox orders, which do
 * @param item what sandbox orders are for; empty for mocks
 * @param player who gets it; empty for mocks
 */
public record Wish(Kind kind, String item, String player) {

    private static final Pattern ITEM = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern PLAYER = Pattern.compile("[\\x21-\\x7e]{1,64}");

    /** What is sent. */
    public enum Kind {
        /** Marked {@code IsMock}: the game's server checks and answers. */
        MOCK,
        /** Orders of environment 1: the game's server hands the item out, which shows whether it does so once. */
        SANDBOX
    }

    public Wish {
        if (kind == Kind.SANDBOX && !ITEM.matcher(item).matches()) {
            throw new InvalidValue("item", "conformance.item");
        }
        if (kind == Kind.SANDBOX && !PLAYER.matcher(player).matches()) {
            throw new InvalidValue("player", "conformance.player");
        }
    }

    public static Wish mocks() {
        return new Wish(Kind.MOCK, "", "");
    }

    public boolean isMock() {
        return kind == Kind.MOCK;
    }
}
