package io.gatehouse.access.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.AccountView;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Directory;
import io.gatehouse.access.Games;
import io.gatehouse.access.Lookup;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.access.Role;
import io.gatehouse.access.Roster;
import io.gatehouse.access.Roster.Group;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/** All people, and who holds which role of the superapp and the platform. */
@Controller
@RequestMapping("/people")
class PeopleController {

    private static final int PAGE = 50;

    private final Directory directory;
    private final Roster roster;
    private final Games games;
    private final Lookup lookup;
    private final Refused refused;

    PeopleController(Directory directory, Roster roster, Games games, Lookup lookup, Refused refused) {
        this.directory = directory;
        this.roster = roster;
        this.games = games;
        this.lookup = lookup;
        this.refused = refused;
    }

    @GetMapping
    @Requires(value = Capability.PEOPLE_MANAGE, onGame = false)
    String list(
            Person me,
            @RequestParam(defaultValue = "SUPERAPP") Group group,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var people = roster.people(group, search, after, PAGE);
        page.addAttribute("me", me);
        page.addAttribute("group", group);
        page.addAttribute("search", search);
        page.addAttribute("counts", roster.counts());
        page.addAttribute("people", people);
        page.addAttribute("holders", roster.holders(group));
        page.addAttribute("teamNames", teamNames(people.rows()));
        if (!page.containsAttribute("typed")) {
            page.addAttribute("typed", Map.of("language", me.locale().getLanguage()));
        }
        roles(page);
        return "access/people";
    }

    @PostMapping
    @Requires(value = Capability.PEOPLE_MANAGE, onGame = false)
    String register(Person me, PersonForm form, Model page, RedirectAttributes redirect) {
        try {
            var person = form.person();
            directory.register(person, team(form.place()), form.wanted(), me.username());
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("people.registered", person.name()));
            return "redirect:/people/" + person.username();
        } catch (Refusal e) {
            refused.show(e, form.typed(), page);
            return list(me, Group.SUPERAPP, "", null, page);
        }
    }

    @GetMapping("/{username}")
    @Requires(value = Capability.PEOPLE_MANAGE, onGame = false)
    String show(Person me, @PathVariable String username, Model page) {
        var person = directory.get(new Username(username));
        page.addAttribute("me", me);
        page.addAttribute("person", person);
        page.addAttribute("teamNames", teamNames(List.of(person)));
        roles(page);
        return "access/person";
    }

    @PostMapping("/{username}/role")
    @Requires(value = Capability.PEOPLE_MANAGE, onGame = false)
    String give(
            Person me,
            @PathVariable String username,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String role,
            RedirectAttributes redirect) {
        return attempt(
                username,
                redirect,
                "people.given",
                () -> directory.give(new Username(username), team(place), PersonForm.role(role), me.username()));
    }

    @PostMapping("/{username}/role/removal")
    @Requires(value = Capability.PEOPLE_MANAGE, onGame = false)
    String take(
            Person me,
            @PathVariable String username,
            @RequestParam(defaultValue = "") String place,
            RedirectAttributes redirect) {
        return attempt(
                username,
                redirect,
                "people.taken",
                () -> directory.take(new Username(username), team(place), me.username()));
    }

    @PostMapping("/{username}/disabling")
    @Requires(value = Capability.PEOPLE_MANAGE, onGame = false)
    String disable(Person me, @PathVariable String username, RedirectAttributes redirect) {
        return attempt(
                username, redirect, "people.disabled", () -> directory.disable(new Username(username), me.username()));
    }

    @PostMapping("/{username}/enabling")
    @Requires(value = Capability.PEOPLE_MANAGE, onGame = false)
    String enable(Person me, @PathVariable String username, RedirectAttributes redirect) {
        return attempt(
                username, redirect, "people.enabled", () -> directory.enable(new Username(username), me.username()));
    }

    @PostMapping("/{username}/invitation")
    @Requires(value = Capability.PEOPLE_MANAGE, onGame = false)
    String invite(Person me, @PathVariable String username, RedirectAttributes redirect) {
        return attempt(
                username, redirect, "people.invited", () -> directory.invite(new Username(username), me.username()));
    }

    private @Nullable TeamId team(@Nullable String typed) {
        var team = lookup.team(typed).clear();
        return team == null ? null : new TeamId(team);
    }

    private Map<String, String> teamNames(List<AccountView> people) {
        return games.teamNames(people.stream()
                .flatMap(it -> it.memberships().stream())
                .map(Person.Member::team)
                .filter(Objects::nonNull)
                .toList());
    }

    private static void roles(Model page) {
        page.addAttribute(
                "outside",
                Arrays.stream(Role.values())
                        .filter(it -> it.side() != Role.Side.TEAM)
                        .toList());
        page.addAttribute(
                "inTeams",
                Arrays.stream(Role.values())
                        .filter(it -> it.side() == Role.Side.TEAM)
                        .toList());
    }

    private static String attempt(String username, RedirectAttributes redirect, String done, Runnable act) {
        try {
            act.run();
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done(done, username));
        } catch (Refusal e) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.refused(e));
        }
        redirect.addAttribute("who", username);
        return "redirect:/people/{who}";
    }
}
