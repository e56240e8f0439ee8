package io.gatehouse.access.web;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Directory;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.TeamId;

/** The teams, and who keeps each. */
@Controller
@RequestMapping("/teams")
class TeamsController {

    private final Directory directory;
    private final Refused refused;

    TeamsController(Directory directory, Refused refused) {
        this.directory = directory;
        this.refused = refused;
    }

    @GetMapping
    @Requires(value = Capability.PEOPLE_MANAGE, onGame = false)
    String list(Model page) {
        page.addAttribute("teams", directory.teams());
        return "access/teams";
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
            return list(page);
        }
    }
}
