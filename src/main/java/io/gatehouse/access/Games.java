package io.gatehouse.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Page;
import io.gatehouse.core.SearchKey;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/** The mini programs of the teams. */
@Service
@Transactional(readOnly = true)
public class Games {

    private final MiniPrograms programs;
    private final Teams teams;
    private final People people;

    Games(MiniPrograms programs, Teams teams, People people) {
        this.programs = programs;
        this.teams = teams;
        this.people = people;
    }

    /** @throws NotFound if there is no such mini program */
    public Game get(AppId appId) {
        return programs.findById(appId.value())
                .map(MiniProgram::view)
                .orElseThrow(() -> new NotFound("game.unknown", appId));
    }

    public List<Game> all() {
        return programs.findAll().stream()
                .map(MiniProgram::view)
                .sorted(Comparator.comparing(Game::name))
                .toList();
    }

    /** One a person may know of: of their own teams, or any for the people of the platform and the superapp. */
    public Optional<Game> find(Username who, AppId appId) {
        var person = people.get(who);
        return programs.findById(appId.value())
                .map(MiniProgram::view)
                .filter(it -> seesAll(person) || person.teams().contains(it.team()));
    }

    /** The same by what somebody typed: what is no id at all is the id of no game. */
    Optional<Game> find(Username who, String typed) {
        try {
            return find(who, new AppId(typed));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /** The first of those a person may know of, mini games before others. */
    public Optional<Game> first(Username who) {
        var person = people.get(who);
        return programs.first(seesAll(person), teams(person), Limit.of(1)).stream()
                .findFirst()
                .map(MiniProgram::view);
    }

    /**
     * Those a person may know of whose name, id or team has that text in it, by name.
     *
     * @param after {@link Page#next()} of the page before
     */
    public Page<Game> search(Username who, String text, @Nullable String after, int size) {
        var person = people.get(who);
        var key = SearchKey.of(after);
        var found = programs
                .search(seesAll(person), teams(person), SearchKey.like(text), key.name(), key.id(), Limit.of(size + 1))
                .stream()
                .map(MiniProgram::view)
                .toList();
        return Page.of(found, size, it -> SearchKey.text(it.appId(), it.name()));
    }

    private static boolean seesAll(Person person) {
        return person.roleOutsideTeams().isPresent();
    }

    private static List<String> teams(Person person) {
        return person.teams().stream().map(TeamId::value).toList();
    }

    public List<Game> of(TeamId team) {
        return programs.findByOwnerIdInOrderByName(List.of(team.value())).stream()
                .map(MiniProgram::view)
                .toList();
    }

    /** Of some mini programs, by their ids. */
    public Map<AppId, Game> named(Collection<AppId> appIds) {
        return programs.findAllById(appIds.stream().map(AppId::value).distinct().toList()).stream()
                .map(MiniProgram::view)
                .collect(Collectors.toMap(Game::appId, Function.identity()));
    }

    /** What some teams are called, by their ids. */
    public Map<String, String> teamNames(Collection<TeamId> some) {
        return teams.findAllById(some.stream().map(TeamId::value).distinct().toList()).stream()
                .collect(Collectors.toMap(it -> it.id().value(), Team::name));
    }

    /** What a team is called. */
    public String teamName(TeamId team) {
        return teams.findById(team.value()).map(Team::name).orElse(team.value());
    }

    /** Takes a team over from the superapp's register; the same again changes nothing. */
    @Transactional
    public void registerTeam(TeamId team, String name) {
        if (!teams.existsById(team.value())) {
            teams.save(new Team(team, name));
        }
    }

    /** Takes a mini program over from the superapp's register; the same again changes nothing. */
    @Transactional
    public void register(AppId appId, TeamId team, String name, boolean game) {
        if (!programs.existsById(appId.value())) {
            var owner = teams.findById(team.value()).orElseThrow(() -> new NotFound("team.unknown", team));
            programs.save(new MiniProgram(appId, owner, name, game));
        }
    }
}
