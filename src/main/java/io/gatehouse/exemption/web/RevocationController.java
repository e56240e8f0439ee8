package io.gatehouse.exemption.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Games;
import io.gatehouse.access.Lookup;
import io.gatehouse.access.Meant;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Page;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;
import io.gatehouse.exemption.ExemptGame;
import io.gatehouse.exemption.ExemptionRevocations;
import io.gatehouse.exemption.RevocationWanted;
import io.gatehouse.exemption.Takedown;

/** The superapp administrator takes exemptions back, seeing first what that touches. */
@Controller
@RequestMapping("/exemptions")
class RevocationController {

    private static final int PAGE = 50;

    /** Whoever wants to take others down types their ids. */
    private static final int SHOWN = 200;

    private final ExemptionRevocations revocations;
    private final Games games;
    private final Lookup lookup;
    private final Sentences sentences;

    RevocationController(ExemptionRevocations revocations, Games games, Lookup lookup, Sentences sentences) {
        this.revocations = revocations;
        this.games = games;
        this.lookup = lookup;
        this.sentences = sentences;
    }

    @GetMapping
    @Requires(value = Capability.EXEMPTION_REVOKE, onGame = false)
    String list(
            Person me,
            @RequestParam(defaultValue = "") String game,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var meant = lookup.game(game, me.username());
        var waiting = revocations.waiting();
        model.addAttribute("me", me.username());
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "beingRevoked", waiting.stream().map(it -> it.game().appId()).collect(Collectors.toSet()));
        model.addAttribute("meant", meant);
        model.addAttribute("exempt", exempt(meant, after));
        return "exemption/list";
    }

    private Page<ExemptGame> exempt(Meant meant, @Nullable String after) {
        if (meant.id() != null) {
            return new Page<>(revocations.exemptGames(new AppId(meant.id())), null);
        }
        return meant.isUnclear() ? new Page<>(List.of(), null) : revocations.exemptGames(after, PAGE);
    }

    /** What the field of the game offers while somebody types. */
    @GetMapping("/choices")
    @Requires(value = Capability.EXEMPTION_REVOKE, onGame = false)
    String choices(Person me, @RequestParam(defaultValue = "") String game, Model model) {
        model.addAttribute("meant", lookup.game(game, me.username()));
        return "fragments/lookup :: choices";
    }

    @GetMapping("/{appId}/revocation")
    @Requires(value = Capability.EXEMPTION_REVOKE, onGame = false)
    String show(@PathVariable String appId, Model model) {
        var game = games.get(new AppId(appId));
        var impact = revocations.impact(game.appId());
        model.addAttribute("of", game);
        model.addAttribute("impact", impact);
        model.addAttribute("items", impact.items().stream().limit(SHOWN).toList());
        model.addAttribute("takedowns", Takedown.values());
        return "exemption/revocation";
    }

    @PostMapping("/{appId}/revocation")
    @Requires(value = Capability.EXEMPTION_REVOKE, onGame = false)
    String revoke(
            Person me,
            @PathVariable String appId,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "NONE") Takedown takedown,
            @RequestParam(required = false) @Nullable List<String> items,
            @RequestParam(defaultValue = "") String others,
            Model model,
            RedirectAttributes redirect) {
        var ticked = items == null ? List.<String>of() : items;
        var chosen = Stream.concat(ticked.stream(), Stream.of(others.split("[\\s,;]+")))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        try {
            var request =
                    revocations.ask(new RevocationWanted(new AppId(appId), reason, takedown, chosen), me.username());
            var waits = revocations.get(request.number()).isOpen();
            redirect.addFlashAttribute(
                    Notice.ATTRIBUTE,
                    Notice.done(waits ? "exemption.revoke.waiting" : "exemption.revoke.asked", request.number()));
            return "redirect:/exemptions";
        } catch (Refusal e) {
            model.addAttribute(
                    "values", Map.of("reason", reason, "takedown", takedown.name(), "items", ticked, "others", others));
            model.addAttribute("errors", sentences.byField(e));
            model.addAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            return show(appId, model);
        }
    }
}
