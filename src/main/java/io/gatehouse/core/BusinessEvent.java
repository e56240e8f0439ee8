package io.gatehouse.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something an auditor will want to read years later: who did what to what, and what it changed. Modules publish it in
 * the transaction of the act itself; the business log appends it there. Never carries a secret.
 *
 * @param type what happened, as {@code noun.past-participle}, for example {@code item.released}
 * @param actor the person's username, or {@code system}, or {@code superapp} for its backend
 * @param subject what it happened to, for example {@code item gem_100} or {@code order 2026…}
 * @param game the game concerned, if there is one
 * @param request the number of the request it belongs to, if there is one
 * @param details field → {@code "after"}, or {@code "before → after"} for a change, in the order they were named
 */
public record BusinessEvent(
        String type,
        String actor,
        String subject,
        @Nullable AppId game,
        @Nullable String request,
        Map<String, String> details) {

    public static final String SYSTEM = "system";
    public static final String SUPERAPP = "superapp";

    public BusinessEvent {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public static BusinessEvent of(String type, String actor, String subject) {
        return new BusinessEvent(type, actor, subject, null, null, Map.of());
    }

    public BusinessEvent in(AppId game) {
        return new BusinessEvent(type, actor, subject, game, request, details);
    }

    public BusinessEvent under(String request) {
        return new BusinessEvent(type, actor, subject, game, request, details);
    }

    public BusinessEvent with(String field, @Nullable Object value) {
        var more = new LinkedHashMap<>(details);
        more.put(field, String.valueOf(value));
        return new BusinessEvent(type, actor, subject, game, request, more);
    }

    public BusinessEvent change(String field, @Nullable Object before, @Nullable Object after) {
        return with(field, "%s → %s".formatted(before == null ? "–" : before, after == null ? "–" : after));
    }
}
