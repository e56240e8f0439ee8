package io.gatehouse.console.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import io.gatehouse.access.ChosenGame;
import io.gatehouse.access.Game;
import io.gatehouse.access.Games;
import io.gatehouse.access.Person;
import io.gatehouse.access.Role;
import io.gatehouse.enablement.Enablements;
import io.gatehouse.enablement.ReadinessCheck;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;
import io.gatehouse.requests.TeamQuestion;

/** The page people start from: what waits for them, and what is next. */
@Controller
class HomeController {

    private static final int LATEST = 8;
    private static final int LINES = 20;

    private final ChosenGame chosen;
    private final Games games;
    private final Enablements enablements;
    private final Requests requests;
    private final ReviewQueue queue;
    private final ObjectProvider<ReadinessCheck> readiness;
    private final ObjectProvider<TeamQuestion> questions;

    HomeController(
            ChosenGame chosen,
            Games games,
            Enablements enablements,
            Requests requests,
            ReviewQueue queue,
            ObjectProvider<ReadinessCheck> readiness,
            ObjectProvider<TeamQuestion> questions) {
        this.chosen = chosen;
        this.games = games;
        this.enablements = enablements;
        this.requests = requests;
        this.queue = queue;
        this.readiness = readiness;
        this.questions = questions;
    }

    /** Something to finish before or while a game sells, {@code readiness.<key>}. */
    record Step(String key, String link, boolean done) {}

    /** So many of something wait for the team, {@code home.asked.<key>}. */
    record Asked(String key, long waiting, String link) {}

    /**
     * A request of the team.
     *
     * @param game its name; null where it concerns the whole team
     * @param link the page that shows it
     */
    record Ours(RequestView request, @Nullable String game, String link) {}

    /** A game and whether it may sell. */
    record Line(Game game, boolean enabled) {}

    @GetMapping("/")
    String home(Person me, HttpServletRequest request, Model page) {
        var role = me.roleOutsideTeams();
        page.addAttribute("role", role.orElse(null));
        if (role.isEmpty()) {
            chosen.find(request, me.username()).ifPresent(it -> ofTheTeam(it, page));
        } else if (me.isOfTheSuperapp() && role.get() != Role.AUDITOR) {
            ofTheSuperapp(me, page);
        } else {
            lines(me, page);
        }
        return "home";
    }

    private void ofTheTeam(Game game, Model page) {
        var status = enablements.status(game.appId());
        var latest = requests.latest(game.team()).stream()
                .sorted(Comparator.comparing(RequestView::isOpen).reversed())
                .limit(LATEST)
                .toList();
        page.addAttribute("game", game);
        page.addAttribute("status", status);
        page.addAttribute("steps", steps(game));
        page.addAttribute("latest", ours(latest, game));
        page.addAttribute("asked", asked(game));
        page.addAttribute("waiting", latest.stream().filter(RequestView::isOpen).count());
    }

    private List<Ours> ours(List<RequestView> latest, Game chosen) {
        var named = games.named(
                latest.stream().map(RequestView::game).filter(Objects::nonNull).toList());
        return latest.stream()
                .map(it -> {
                    var about = it.game() == null ? null : named.get(it.game());
                    var of = it.game() == null ? chosen.appId() : it.game();
                    return new Ours(it, about == null ? null : about.name(), page(it) + "?game=" + of);
                })
                .toList();
    }

    private static String page(RequestView request) {
        return "/virtual-payment/"
                + switch (request.kind()) {
                    case MERCHANT_BINDING -> "merchant";
                    case ENABLEMENT -> "enablement";
                    case CREDENTIALS, EXEMPTION, REVOCATION -> "configuration";
                    case RELEASE -> "items/releases";
                    case REFUND -> "after-sales/" + request.number();
                    case UNDELIVERED -> "orders/" + request.subject();
                };
    }

    private List<Asked> asked(Game game) {
        return questions.stream()
                .map(it -> new Asked(it.key(), it.waiting(game.appId()), it.link()))
                .filter(it -> it.waiting() > 0)
                .toList();
    }

    private List<Step> steps(Game game) {
        return readiness.stream()
                .sorted(Comparator.comparingInt(ReadinessCheck::order))
                .map(it -> new Step(it.key(), it.link(), it.done(game.appId())))
                .toList();
    }

    private void ofTheSuperapp(Person me, Model page) {
        var rows = queue.of(me);
        var kinds = queue.counts(me, rows);
        page.addAttribute("rows", rows.stream().limit(LATEST).toList());
        page.addAttribute(
                "queued", kinds.values().stream().mapToLong(Long::longValue).sum());
        page.addAttribute("late", rows.stream().filter(ReviewRow::overdue).count());
        page.addAttribute("kinds", kinds);
        page.addAttribute(
                "oldest",
                rows.stream()
                        .map(it -> it.request().requestedAt())
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private void lines(Person me, Model page) {
        var first = games.search(me.username(), "", null, LINES);
        page.addAttribute(
                "lines",
                first.rows().stream()
                        .filter(Game::game)
                        .map(it -> new Line(it, enablements.isEnabled(it.appId())))
                        .toList());
        page.addAttribute("more", first.next() != null);
    }
}
