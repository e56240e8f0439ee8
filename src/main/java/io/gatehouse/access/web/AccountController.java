package io.gatehouse.access.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.ApiTokens;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.access.Scope;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;

/** What everybody keeps for themselves: password, language, and the tokens of their programs. */
@Controller
@RequestMapping("/account")
class AccountController {

    private static final String HERE = "redirect:/account";
    private static final List<Integer> DAYS = List.of(7, 30, 90, 365);

    private final People people;
    private final ApiTokens tokens;
    private final Games games;
    private final LocaleResolver locales;
    private final Refused refused;
    private final String publicUrl;

    AccountController(
            People people,
            ApiTokens tokens,
            Games games,
            LocaleResolver locales,
            Refused refused,
            @Value("${gatehouse.public-url}") String publicUrl) {
        this.people = people;
        this.tokens = tokens;
        this.games = games;
        this.locales = locales;
        this.refused = refused;
        this.publicUrl = publicUrl;
    }

    @GetMapping
    String show(Person me, Model page) {
        page.addAttribute("me", me);
        page.addAttribute(
                "places",
                me.memberships().stream()
                        .map(it -> new Place(it.team() == null ? null : games.teamName(it.team()), it))
                        .toList());
        page.addAttribute("tokens", tokens.of(me.username()));
        page.addAttribute("scopes", tokens.scopesFor(me.username()));
        page.addAttribute("days", DAYS);
        return "access/account";
    }

    @PostMapping("/password")
    String password(
            Person me,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            HttpSession session,
            Model page,
            RedirectAttributes redirect) {
        try {
            people.changePassword(me.username(), current, password, session.getId());
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("account.password.changed"));
            return HERE;
        } catch (Refusal e) {
            refused.show(e, Map.of(), page);
            page.addAttribute("at", "password");
            return show(me, page);
        }
    }

    @PostMapping("/language")
    String language(
            Person me,
            @RequestParam(defaultValue = "en") String language,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var locale = Language.of(language).locale();
        people.speaks(me.username(), locale);
        locales.setLocale(request, response, locale);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("account.language.changed"));
        return HERE;
    }

    /** Answers with the token itself: it is not kept in the session for a page after this one. */
    @PostMapping("/tokens")
    String make(
            Person me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable List<String> scopes,
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(defaultValue = "") String current,
            Model page) {
        var chosen = scopes == null ? List.<String>of() : scopes;
        try {
            people.confirm(me.username(), current);
            page.addAttribute(
                    "made",
                    tokens.make(
                            me.username(), name, chosen.stream().map(Scope::of).toList(), days));
            page.addAttribute("publicUrl", publicUrl);
            return "access/token";
        } catch (Refusal e) {
            refused.show(e, Map.of("name", name, "scopes", chosen, "days", days), page);
            page.addAttribute("at", "token");
            return show(me, page);
        }
    }

    @PostMapping("/tokens/{id}/revocation")
    String revoke(Person me, @PathVariable UUID id, RedirectAttributes redirect) {
        tokens.revoke(me.username(), id);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("account.token.revoked"));
        return HERE;
    }

    /** A role and where they have it; the team is null at the platform and the superapp. */
    record Place(@Nullable String team, Person.Member member) {}
}
