package io.gatehouse.access.web;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Directory;
import io.gatehouse.access.Lookup;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.access.Roster;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.TeamId;

/** The teams, and who keeps each. */
@Controller
@RequestMapping("/teams")
class TeamsController {

    private static final int PAGE = 50;

    private final Directory directory;
    private final Roster roster;
    private final Lookup lookup;
    private final Refused refused;

    TeamsController(Directory directory, Roster roster, Lookup lookup, Refused refused) {
        this.directory = directory;
        this.roster = roster;
        this.lookup = lookup;
        this.refused = refused;
    }

    @GetMapping
    @Requires(value = Capability.PEOPLE_MANAGE, onGame = false)
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        page.addAttribute("search", search);
        page.addAttribute("teams", roster.teams(search, after, PAGE));
        return "access/teams";
    }

    /** What a field for a team offers while somebody types. */
    @GetMapping("/choices")
    @Requires(value = Capability.PEOPLE_MANAGE, onGame = false)
    String choices(@RequestParam(defaultValue = "") String place, Model page) {
        page.addAttribute("meant", lookup.team(place));
        return "fragments/lookup :: choices";
    }

    @PostMapping
    @Requires(value = Capability.PEOPLE_MANAGE, onGame = false)
    String register(
            Person me,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String name,
            Model page,
            RedirectAttributes redirect) {
        try {
            directory.registerTeam(new TeamId(team.strip()), name, me.username());
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.mind("teams.registered", name.strip()));
            return "redirect:/people?group=TEAMS#register";
        } catch (Refusal e) {
            refused.show(e, Map.of("team", team, "name", name), page);
            return list("", null, page);
        }
    }
}
