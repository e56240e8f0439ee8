package io.gatehouse.audit.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Lookup;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;

/** What the filters of the lists offer while somebody types. */
@Controller
@RequestMapping("/audit/choices")
class ChoicesController {

    private static final String CHOICES = "fragments/lookup :: choices";

    private final Lookup lookup;

    ChoicesController(Lookup lookup) {
        this.lookup = lookup;
    }

    @GetMapping("/team")
    @Requires(value = Capability.AUDIT_VIEW, onGame = false)
    String team(@RequestParam(defaultValue = "") String team, Model page) {
        page.addAttribute("meant", lookup.team(team));
        return CHOICES;
    }

    @GetMapping("/game")
    @Requires(value = Capability.AUDIT_VIEW, onGame = false)
    String game(@RequestParam(defaultValue = "") String game, Person me, Model page) {
        page.addAttribute("meant", lookup.game(game, me.username()));
        return CHOICES;
    }

    @GetMapping("/person")
    @Requires(value = Capability.AUDIT_VIEW, onGame = false)
    String person(@RequestParam(defaultValue = "") String person, Model page) {
        page.addAttribute("meant", lookup.person(person));
        return CHOICES;
    }
}
