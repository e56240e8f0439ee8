package io.gatehouse.requests;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.gatehouse.access.Game;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.workflow.Markdown;

/** What every decision form says of its request: who asks what, since when, until when, and where to read more. */
@Component
public class RequestBriefing {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Requests requests;
    private final People people;
    private final Games games;
    private final ZoneId zone;
    private final String publicUrl;

    RequestBriefing(
            Requests requests,
            People people,
            Games games,
            @Value("${gatehouse.console.zone}") ZoneId zone,
            @Value("${gatehouse.public-url}") String publicUrl) {
        this.requests = requests;
        this.people = people;
        this.games = games;
        this.zone = zone;
        this.publicUrl = publicUrl;
    }

    /** Texts for the form's places {@code requestNumber requestedBy team game subject message requestedAt dueAt link}. */
    public Map<String, Object> of(String number) {
        var request = requests.get(number);
        var texts = new LinkedHashMap<String, Object>();
        texts.put("requestNumber", number);
        texts.put("requestedBy", person(request.requestedBy()));
        texts.put("team", Markdown.line(teamName(request.team())));
        texts.put("game", request.game() == null ? "" : Markdown.line(gameName(request.game())));
        texts.put("subject", Markdown.line(request.subject()));
        texts.put("message", Markdown.quote(request.message()));
        texts.put("requestedAt", time(request.requestedAt()));
        texts.put("dueAt", time(request.dueAt()));
        texts.put("link", publicUrl + "/reviews/" + number);
        return texts;
    }

    /** The name of somebody who has a part in it. */
    public String person(Username username) {
        return Markdown.line(people.find(username).map(Person::name).orElse(username.value()));
    }

    private String gameName(AppId game) {
        return games.get(game).name();
    }

    private String teamName(TeamId team) {
        return games.of(team).stream().findFirst().map(Game::teamName).orElse(team.value());
    }

    /** As forms say it, to the minute and with its zone. */
    public String time(Instant instant) {
        return MINUTE.format(instant.atZone(zone)) + " " + zone;
    }
}
