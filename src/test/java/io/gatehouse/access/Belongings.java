package io.gatehouse.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/** A team, and one of everything it can have. */
final class Belongings {

    /** What has an id. */
    enum Kind {
        GAME,
        ITEM,
        IMPORT,
        ORDER,
        REFUND,
        ATTEMPT,
        REPLAY,
        RUN,
        RECOVERY,
        REPORT,
        TOKEN,
        MEMBER,
        MERCHANT_BINDING,
        ENABLEMENT,
        CREDENTIALS,
        EXEMPTION,
        REVOCATION,
        RELEASE
    }

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final Username administrator = new Username("mei-" + own);
    private final Username operator = new Username("opal-" + own);
    private final TeamId team = new TeamId("team-" + own);
    private final AppId game = new AppId("wx-" + own);
    private final long attempt = UUID.randomUUID().getMostSignificantBits() >>> 1;
    private final Map<String, UUID> ids = new HashMap<>();

    Belongings(JdbcClient db, Clock clock, Games games, People people) {
        games.registerTeam(team, "Comet Works " + own);
        games.register(game, team, "Comet Run " + own, true);
        member(people, administrator, "Mei Lin", Role.ADMINISTRATOR);
        member(people, operator, "Opal Reed", Role.OPERATOR);
        var values = new HashMap<String, Object>(Map.of(
                "own", own,
                "team", team.value(),
                "game", game.value(),
                "administrator", administrator.value(),
                "operator", operator.value(),
                "attempt", attempt,
                "at", clock.instant().minus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC),
                "later", clock.instant().plus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC)));
        for (var name :
                new String[] {"picture", "item", "notification", "run", "replay", "recovery", "report", "token"}) {
            ids.put(name, UUID.randomUUID());
        }
        values.putAll(ids);
        for (var statement : script().split(";\n")) {
            db.sql(statement).params(values).update();
        }
    }

    AppId game() {
        return game;
    }

    Username administrator() {
        return administrator;
    }

    /** Under which id it has that. */
    String id(Kind kind) {
        return switch (kind) {
            case GAME -> game.value();
            case ITEM -> "gem-" + own;
            case IMPORT -> "IM-" + own;
            case ORDER -> "V" + own;
            case REFUND -> "RF-" + own;
            case ATTEMPT -> Long.toString(attempt);
            case REPLAY, RUN, RECOVERY, REPORT, TOKEN ->
                ids.get(kind.name().toLowerCase(Locale.ROOT)).toString();
            case MEMBER -> operator.value();
            case MERCHANT_BINDING -> "MB-" + own;
            case ENABLEMENT -> "EN-" + own;
            case CREDENTIALS -> "CR-" + own;
            case EXEMPTION -> "EX-" + own;
            case REVOCATION -> "RV-" + own;
            case RELEASE -> "RL-" + own;
        };
    }

    private void member(People people, Username who, String name, Role role) {
        people.register(who, name, who + "@comet.example", "gatehouse", Locale.ENGLISH);
        people.join(who, team, role);
    }

    private static String script() {
        try {
            return new ClassPathResource("belongings.sql", Belongings.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
