package io.gatehouse.catalogue.web;

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

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.ItemCode;
import io.gatehouse.catalogue.Releases;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;
import io.gatehouse.exemption.Exemptions;
import io.gatehouse.requests.RequestView;
import io.gatehouse.workflow.Forms;

/** Asks for the release of chosen items, and shows where the requests stand. */
@Controller
@RequestMapping("/virtual-payment/items")
class ReleasesController {

    private static final String FORM = "request-release";
    private static final int SHOWN = 50;

    private final Catalogue catalogue;
    private final Releases releases;
    private final Exemptions exemptions;
    private final People people;
    private final Forms forms;
    private final Access access;
    private final Sentences sentences;

    ReleasesController(
            Catalogue catalogue,
            Releases releases,
            Exemptions exemptions,
            People people,
            Forms forms,
            Access access,
            Sentences sentences) {
        this.catalogue = catalogue;
        this.releases = releases;
        this.exemptions = exemptions;
        this.people = people;
        this.forms = forms;
        this.access = access;
        this.sentences = sentences;
    }

    /** @param all every draft of the game instead of chosen ones */
    @GetMapping("/release")
    @Requires(Capability.ITEM_RELEASE)
    String ask(
            Game game,
            @RequestParam(required = false) @Nullable List<String> codes,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        var chosen = chosen(game, codes, all);
        model.addAttribute("game", game);
        model.addAttribute("all", all);
        model.addAttribute("count", chosen.size());
        model.addAttribute(
                "items",
                chosen.stream()
                        .limit(SHOWN)
                        .map(it -> catalogue.get(game.appId(), it))
                        .toList());
        model.addAttribute("exempt", exemptions.covers(game.appId()));
        model.addAttribute("form", forms.get(FORM));
        return "catalogue/release";
    }

    @PostMapping("/release")
    @Requires(Capability.ITEM_RELEASE)
    String ask(
            Game game,
            Person me,
            @RequestParam(required = false) @Nullable List<String> codes,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String message,
            Model model,
            RedirectAttributes redirect) {
        try {
            var values = forms.check(FORM, Map.of("message", message));
            var request = releases.ask(
                    game.appId(), chosen(game, codes, all), String.valueOf(values.get("message")), me.username());
            var said = exemptions.covers(game.appId()) ? "items.released-exempt" : "items.released-ask";
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done(said, request.number()));
            return "redirect:/virtual-payment/items";
        } catch (Refusal e) {
            model.addAttribute("values", Map.of("message", message));
            model.addAttribute("errors", sentences.byField(e));
            model.addAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            return ask(game, codes, all, model);
        }
    }

    @GetMapping("/releases")
    @Requires(Capability.ITEM_VIEW)
    String list(Game game, Person me, @RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("game", game);
        model.addAttribute("me", me);
        var requests = releases.list(game.appId(), after, SHOWN);
        model.addAttribute("requests", requests);
        model.addAttribute(
                "names",
                people.names(
                        requests.rows().stream().map(RequestView::requestedBy).toList()));
        model.addAttribute("release", access.explain(me.username(), Capability.ITEM_RELEASE, game.appId()));
        return "catalogue/releases";
    }

    @PostMapping("/releases/{number}/withdrawal")
    @Requires(Capability.ITEM_RELEASE)
    String withdraw(Game game, Person me, @PathVariable String number, RedirectAttributes redirect) {
        releases.withdraw(game.appId(), number, me.username());
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("items.releases.withdrawn", number));
        return "redirect:/virtual-payment/items/releases";
    }

    private List<ItemCode> chosen(Game game, @Nullable List<String> codes, boolean all) {
        if (all) {
            return catalogue.releasable(game.appId());
        }
        return codes == null
                ? List.of()
                : codes.stream().distinct().map(ItemCode::new).toList();
    }
}
