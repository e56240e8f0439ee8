package io.gatehouse.console.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.access.Role;
import io.gatehouse.access.SampleAccounts;
import io.gatehouse.core.TeamId;

/** The sign-in page; with the sandbox it lists the sample accounts. */
@Controller
class SignInController {

    private static final List<Role.Side> SIDES = List.of(Role.Side.TEAM, Role.Side.SUPERAPP, Role.Side.PLATFORM);

    private final People people;
    private final ObjectProvider<SampleAccounts> accounts;
    private final ConsoleModel model;

    SignInController(People people, ObjectProvider<SampleAccounts> accounts, ConsoleModel model) {
        this.people = people;
        this.accounts = accounts;
        this.model = model;
    }

    /** A sample person: who they are, and for whom. */
    record Sample(
            String username,
            String name,
            Role role,
            @Nullable String team) {}

    @GetMapping("/sign-in")
    String signIn(HttpServletRequest request, @RequestParam(required = false) @Nullable Long wait, Model page) {
        if (request.getUserPrincipal() != null) {
            return "redirect:/";
        }
        page.addAttribute("typed", typed(request));
        page.addAttribute("wait", wait);
        page.addAttribute("samples", samples());
        return "sign-in";
    }

    /** Those with whom a story begins first, those who only look on last. */
    private List<Sample> samples() {
        var usernames = accounts.stream().flatMap(it -> it.usernames().stream()).toList();
        return people.of(usernames).stream()
                .filter(it -> !it.memberships().isEmpty())
                .map(this::sample)
                .sorted(Comparator.<Sample>comparingInt(
                                it -> SIDES.indexOf(it.role().side()))
                        .thenComparing(Sample::role)
                        .thenComparing(Sample::username))
                .toList();
    }

    private Sample sample(Person person) {
        var first = person.memberships().get(0);
        return new Sample(person.username().value(), person.name(), first.role(), teamName(first.team()));
    }

    private @Nullable String teamName(@Nullable TeamId team) {
        return team == null ? null : model.teamName(team);
    }

    private static String typed(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(it -> it.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION))
                .filter(AuthenticationException.class::isInstance)
                .map(it -> ((AuthenticationException) it).getAuthenticationRequest())
                .map(it -> it.getName())
                .orElse("");
    }
}
