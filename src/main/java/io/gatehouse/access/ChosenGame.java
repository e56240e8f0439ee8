package io.gatehouse.access;

import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;

/**
 * The game a person works on: the one the path names as {@code {game}}, else the one of the parameter {@code game}, else
 * the one kept in their session, else the first they may see.
 */
@Component
public class ChosenGame {

    private static final String PARAMETER = "game";
    private static final String KEPT = "gatehouse.game";

    private final Games games;

    ChosenGame(Games games) {
        this.games = games;
    }

    /** Empty if they asked for a game they may not know of, or may see none. */
    public Optional<Game> find(HttpServletRequest request, Username who) {
        var named = inPath(request);
        if (named != null) {
            return games.find(who, named);
        }
        var asked = request.getParameter(PARAMETER);
        if (asked != null && !asked.isBlank()) {
            var found = games.find(who, asked);
            found.ifPresent(it -> request.getSession().setAttribute(KEPT, asked));
            return found;
        }
        return Optional.ofNullable(kept(request))
                .flatMap(it -> games.find(who, it))
                .or(() -> games.first(who));
    }

    /** Keeps the game as the one they work on, if they may see it. */
    public void keep(HttpServletRequest request, Username who, String appId) {
        if (games.find(who, appId).isPresent()) {
            request.getSession().setAttribute(KEPT, appId);
        }
    }

    /** @throws NotFound if they asked for a game they may not know of, or may see none */
    public Game get(HttpServletRequest request, Username who) {
        return find(request, who).orElseThrow(() -> {
            var named = inPath(request);
            var asked = named == null ? request.getParameter(PARAMETER) : named;
            return asked == null ? new NotFound("game.none") : new NotFound("game.unknown", asked);
        });
    }

    private static @Nullable String inPath(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? (String) variables.get(PARAMETER)
                : null;
    }

    private static @Nullable String kept(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(KEPT);
    }
}
