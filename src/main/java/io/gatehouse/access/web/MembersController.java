package io.gatehouse.access.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Members;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.access.Role;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Username;

/** The members of the team whose game is chosen. */
@Controller
@RequestMapping("/team/members")
class MembersController {

    private static final String HERE = "redirect:/team/members";
    private static final List<Role> ROLES = Arrays.stream(Role.values())
            .filter(it -> it.side() == Role.Side.TEAM)
            .toList();

    private final Members members;
    private final Refused refused;

    MembersController(Members members, Refused refused) {
        this.members = members;
        this.refused = refused;
    }

    @GetMapping
    @Requires(Capability.TEAM_MEMBERS)
    String list(Game game, Person me, Model page) {
        page.addAttribute("game", game);
        page.addAttribute("me", me);
        page.addAttribute("members", members.of(game.team()));
        page.addAttribute("roles", ROLES);
        if (!page.containsAttribute("typed")) {
            page.addAttribute("typed", Map.of("language", me.locale().getLanguage()));
        }
        return "access/members";
    }

    @PostMapping
    @Requires(Capability.TEAM_MEMBERS)
    String add(Game game, Person me, PersonForm form, Model page, RedirectAttributes redirect) {
        try {
            var person = form.person();
            members.add(game.team(), person, form.wanted(), me.username());
            return done(redirect, Notice.done("members.added", person.name()));
        } catch (Refusal e) {
            refused.show(e, form.typed(), page);
            return list(game, me, page);
        }
    }

    @PostMapping("/{username}/role")
    @Requires(Capability.TEAM_MEMBERS)
    String change(
            Game game,
            Person me,
            @PathVariable String username,
            @RequestParam(defaultValue = "") String role,
            RedirectAttributes redirect) {
        return attempt(
                redirect,
                Notice.done("members.changed", username),
                () -> members.change(game.team(), new Username(username), PersonForm.role(role), me.username()));
    }

    @PostMapping("/{username}/removal")
    @Requires(Capability.TEAM_MEMBERS)
    String remove(Game game, Person me, @PathVariable String username, RedirectAttributes redirect) {
        return attempt(
                redirect,
                Notice.done("members.removed", username),
                () -> members.remove(game.team(), new Username(username), me.username()));
    }

    @PostMapping("/{username}/invitation")
    @Requires(Capability.TEAM_MEMBERS)
    String invite(Game game, Person me, @PathVariable String username, RedirectAttributes redirect) {
        return attempt(
                redirect,
                Notice.done("people.invited", username),
                () -> members.inviteAgain(game.team(), new Username(username), me.username()));
    }

    private static String attempt(RedirectAttributes redirect, Notice notice, Runnable act) {
        try {
            act.run();
            return done(redirect, notice);
        } catch (Refusal e) {
            return done(redirect, Notice.refused(e));
        }
    }

    private static String done(RedirectAttributes redirect, Notice notice) {
        redirect.addFlashAttribute(Notice.ATTRIBUTE, notice);
        return HERE;
    }
}
