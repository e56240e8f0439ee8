package io.gatehouse.core;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a page says after the act before it: the flash attribute {@value #ATTRIBUTE}, shown once by the layout.
 *
 * @param kind {@code ok}, {@code info}, {@code warn} or {@code bad}
 * @param key of the sentence in the bundles
 * @param arguments what stands in its places; kept in the session, so serializable
 */
public record Notice(String kind, String key, List<Serializable> arguments) implements Serializable {

    /** The name of the flash attribute. */
    public static final String ATTRIBUTE = "notice";

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** Something was done. */
    public static Notice done(String key, Serializable... arguments) {
        return new Notice("ok", key, List.of(arguments));
    }

    /** Something was done, and there is something to mind. */
    public static Notice mind(String key, Serializable... arguments) {
        return new Notice("warn", key, List.of(arguments));
    }

    /** Something was refused. */
    public static Notice refused(Refusal refusal) {
        return new Notice(
                "bad",
                "refusal." + refusal.code(),
                refusal.arguments().stream().map(Notice::kept).toList());
    }

    /** A refusal within another one is told by a notice of its own: an exception that is read back has lost its words. */
    private static Serializable kept(Object argument) {
        if (argument instanceof Refusal part) {
            return refused(part);
        }
        if (argument instanceof Collection<?> parts) {
            return parts.stream().map(Notice::kept).collect(Collectors.toCollection(ArrayList::new));
        }
        return argument instanceof Serializable kept ? kept : String.valueOf(argument);
    }
}
