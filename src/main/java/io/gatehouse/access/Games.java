package io.gatehouse.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;
import io.gatehouse.core.NotFound;
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

    /** Those a person may know of: their own teams', or all for the people of the platform and the superapp. */
    public List<Game> visibleTo(Username who) {
        var person = people.get(who);
        return person.roleOutsideTeams().isPresent() ? all() : ofTeams(person.teams());
    }

    public List<Game> of(TeamId team) {
        return ofTeams(List.of(team));
    }

    private List<Game> ofTeams(Collection<TeamId> ids) {
        return programs
                .findByOwnerIdInOrderByName(ids.stream().map(TeamId::value).toList())
                .stream()
                .map(MiniProgram::view)
                .toList();
    }

    /** Of some mini programs, by their ids. */
    public Map<AppId, Game> named(Collection<AppId> appIds) {
        return programs.findAllById(appIds.stream().map(AppId::value).distinct().toList()).stream()
                .map(MiniProgram::view)
                .collect(Collectors.toMap(Game::appId, Function.identity()));
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
