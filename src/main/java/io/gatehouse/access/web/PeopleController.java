package io.gatehouse.access.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.access.Role;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Username;

/** All people, and who holds which role of the superapp and the platform. */
@Controller
@RequestMapping("/people")
class PeopleController {

    private final Directory directory;
    private final Refused refused;

    PeopleController(Directory directory, Refused refused) {
        this.directory = directory;
        this.refused = refused;
    }

    /** Whose people are listed. */
    enum Group {
        SUPERAPP,
        PLATFORM,
        TEAMS,
        NOBODY;

        boolean has(AccountView person) {
            var role = person.getRoleOutsideTeams();
            return this == of(person, role);
        }

        private static Group of(AccountView person, @Nullable Role role) {
            if (role != null) {
                return role.side() == Role.Side.SUPERAPP ? SUPERAPP : PLATFORM;
            }
            return person.memberships().isEmpty() ? NOBODY : TEAMS;
        }
    }

    @GetMapping
    @Requires(value = Capability.PEOPLE_MANAGE, onGame = false)
    String list(Person me, @RequestParam(defaultValue = "SUPERAPP") Group group, Model page) {
        var people = directory.people();
        var counts = new LinkedHashMap<Group, Long>();
        for (var each : Group.values()) {
            counts.put(each, people.stream().filter(each::has).count());
        }
        page.addAttribute("me", me);
        page.addAttribute("group", group);
        page.addAttribute("counts", counts);
        page.addAttribute("people", people.stream().filter(group::has).toList());
        page.addAttribute("holders", holders(people, group));
        page.addAttribute("teamNames", teamNames());
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
            directory.register(person, form.team(), form.wanted(), me.username());
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("people.registered", person.name()));
            return "redirect:/people/" + person.username();
        } catch (Refusal e) {
            refused.show(e, form.typed(), page);
            return list(me, Group.SUPERAPP, page);
        }
    }

    @GetMapping("/{username}")
    @Requires(value = Capability.PEOPLE_MANAGE, onGame = false)
    String show(Person me, @PathVariable String username, Model page) {
        page.addAttribute("me", me);
        page.addAttribute("person", directory.get(new Username(username)));
        page.addAttribute("teamNames", teamNames());
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
                () -> directory.give(
                        new Username(username), PersonForm.team(place), PersonForm.role(role), me.username()));
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
                () -> directory.take(new Username(username), PersonForm.team(place), me.username()));
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

    /** For each role of a side, the names of those who hold it and can sign in: also the roles nobody holds. */
    private static Map<Role, List<String>> holders(List<AccountView> people, Group group) {
        var holders = new LinkedHashMap<Role, List<String>>();
        Arrays.stream(Role.values())
                .filter(it -> it.side().name().equals(group.name()))
                .forEach(role -> holders.put(
                        role,
                        people.stream()
                                .filter(it -> it.enabled() && it.getRoleOutsideTeams() == role)
                                .map(AccountView::name)
                                .toList()));
        return holders;
    }

    private Map<String, String> teamNames() {
        var names = new LinkedHashMap<String, String>();
        directory.teams().forEach(it -> names.put(it.id().value(), it.name()));
        return names;
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
