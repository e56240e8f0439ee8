package io.gatehouse.console.web;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import io.gatehouse.access.ChosenGame;
import io.gatehouse.access.Game;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.core.Page;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/** Puts the {@link Shell} into the model of every page. */
@ControllerAdvice
class ConsoleModel {

    static final String SHELL = "console";
    static final String THEME = "gatehouse-theme";

    private final People people;
    private final Games games;
    private final ChosenGame chosen;
    private final Navigation navigation;
    private final boolean sandbox;
    private final String zone;

    ConsoleModel(
            People people,
            Games games,
            ChosenGame chosen,
            Navigation navigation,
            Environment environment,
            @Value("${gatehouse.console.zone}") String zone) {
        this.people = people;
        this.games = games;
        this.chosen = chosen;
        this.navigation = navigation;
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
        this.zone = zone;
    }

    @ModelAttribute(SHELL)
    Shell shell(HttpServletRequest request) {
        return new Shell(request, this);
    }

    Optional<Person> person(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal()).flatMap(it -> people.find(new Username(it.getName())));
    }

    List<NavigationGroup> navigation(Person person, String path) {
        return navigation.of(person, path);
    }

    Page<Game> games(Person person) {
        return games.search(person.username(), "", null, GamesController.FIRST);
    }

    Optional<Game> game(HttpServletRequest request, Person person) {
        return chosen.find(request, person.username());
    }

    String teamName(TeamId team) {
        return games.teamName(team);
    }

    boolean sandbox() {
        return sandbox;
    }

    String zone() {
        return zone;
    }
}
