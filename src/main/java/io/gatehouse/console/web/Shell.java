package io.gatehouse.console.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.WebUtils;

import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Person.Member;
import io.gatehouse.access.Requires;
import io.gatehouse.core.Page;

/** What the layout shows around a page, as {@code console} in every template; looked up only when it is asked for. */
class Shell {

    /** Parameters that say something once and are not carried on. */
    private static final Set<String> PASSING = Set.of("continue", "error", "out", "welcome");

    private final HttpServletRequest request;
    private final ConsoleModel model;
    private @Nullable Optional<Person> person;
    private @Nullable Optional<Game> game;
    private @Nullable Page<Game> games;
    private @Nullable List<NavigationGroup> navigation;

    Shell(HttpServletRequest request, ConsoleModel model) {
        this.request = request;
        this.model = model;
    }

    /** Who is signed in; null on the sign-in page and on errors before it. */
    public @Nullable Person getPerson() {
        if (person == null) {
            person = model.person(request);
        }
        return person.orElse(null);
    }

    /** Their role in words: of the current game's team, else the first they have. */
    public @Nullable Member getMember() {
        var who = getPerson();
        if (who == null) {
            return null;
        }
        var team = Optional.ofNullable(getGame()).map(Game::team);
        return who.memberships().stream()
                .filter(it -> it.team() == null || Objects.equals(it.team(), team.orElse(null)))
                .findFirst()
                .or(() -> who.memberships().stream().findFirst())
                .orElse(null);
    }

    public @Nullable String getTeamName() {
        var member = getMember();
        return member == null || member.team() == null ? null : model.teamName(member.team());
    }

    public List<NavigationGroup> getNavigation() {
        if (navigation == null) {
            var who = getPerson();
            navigation = who == null ? List.of() : model.navigation(who, getPath());
        }
        return navigation;
    }

    /** The first games they may switch to; whether there are more says the page. */
    public Page<Game> getGames() {
        if (games == null) {
            var who = getPerson();
            games = who == null ? new Page<>(List.of(), null) : model.games(who);
        }
        return games;
    }

    /** The game the page is about, if there is one. */
    public @Nullable Game getGame() {
        if (game == null) {
            game = Optional.ofNullable(getPerson()).flatMap(who -> model.game(request, who));
        }
        return game.orElse(null);
    }

    /** One of two pictures for a game, which has none of its own here; always the same one. */
    public String icon(Game game) {
        return Math.floorMod(game.appId().hashCode(), 2) == 0 ? "/art/game.svg" : "/art/game-2.svg";
    }

    /** Whether the page is about one game; others say "All games" to people who see more than their own. */
    public boolean isOnGame() {
        var handler = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        var requires = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Requires.class) : null;
        var who = getPerson();
        return (requires != null && requires.onGame())
                || (who != null && who.roleOutsideTeams().isEmpty());
    }

    /** Whether the samples are on. */
    public boolean isSandbox() {
        return model.sandbox();
    }

    public String getZone() {
        return model.zone();
    }

    public boolean isDark() {
        var cookie = WebUtils.getCookie(request, ConsoleModel.THEME);
        var asked = request.getParameter("theme");
        return "dark".equals(asked != null || cookie == null ? asked : cookie.getValue());
    }

    /** The path that was asked for, also on an error page. */
    public String getPath() {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed == null ? request.getRequestURI() : failed.toString();
        return path.substring(request.getContextPath().length());
    }

    /** A link to this page with one parameter changed: {@code ?lang=zh&state=RELEASED}. */
    public String with(String name, String value) {
        return without(name).add(encode(name) + "=" + encode(value)).toString();
    }

    /** A link to this page without one parameter. */
    public StringJoiner without(String name) {
        var query = new StringJoiner("&", "?", "");
        if ("GET".equals(request.getMethod())) {
            request.getParameterMap().forEach((key, values) -> {
                if (!key.equals(name) && !PASSING.contains(key)) {
                    Arrays.stream(values).forEach(it -> query.add(encode(key) + "=" + encode(it)));
                }
            });
        }
        return query;
    }

    /** The list that the page belongs to: another game is shown in the same one. */
    public String getSection() {
        return NavigationGroup.section(getNavigation());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
