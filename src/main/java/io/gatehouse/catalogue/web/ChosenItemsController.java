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

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.ItemCode;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;

/** What ends the sale or the life of chosen items; the reason is asked for on a page of its own. */
@Controller
@RequestMapping("/virtual-payment/items")
class ChosenItemsController {

    private static final String LIST = "redirect:/virtual-payment/items";

    private final Catalogue catalogue;
    private final Sentences sentences;

    ChosenItemsController(Catalogue catalogue, Sentences sentences) {
        this.catalogue = catalogue;
        this.sentences = sentences;
    }

    @GetMapping("/removal")
    @Requires(Capability.ITEM_REMOVE)
    String remove(Game game, @RequestParam(required = false) @Nullable List<String> codes, Model model) {
        return page(game, codes, "removal", model);
    }

    @PostMapping("/removal")
    @Requires(Capability.ITEM_REMOVE)
    String remove(
            Game game,
            Person me,
            @RequestParam(required = false) @Nullable List<String> codes,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        var chosen = codes(codes);
        try {
            catalogue.remove(game.appId(), chosen, reason, me.username());
        } catch (Refusal e) {
            return refused(game, codes, "removal", reason, e, model);
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("items.removed", chosen.size()));
        return LIST;
    }

    @GetMapping("/takedown")
    @Requires(Capability.ITEM_TAKEDOWN)
    String takeDown(Game game, @RequestParam(required = false) @Nullable List<String> codes, Model model) {
        return page(game, codes, "takedown", model);
    }

    @PostMapping("/takedown")
    @Requires(Capability.ITEM_TAKEDOWN)
    String takeDown(
            Game game,
            Person me,
            @RequestParam(required = false) @Nullable List<String> codes,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        var chosen = codes(codes);
        try {
            catalogue.takeDown(game.appId(), chosen, reason, me.username());
        } catch (Refusal e) {
            return refused(game, codes, "takedown", reason, e, model);
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("items.takendown", chosen.size()));
        return LIST;
    }

    @PostMapping("/item/{code}/deletion")
    @Requires(Capability.ITEM_REMOVE)
    String delete(Game game, Person me, @PathVariable String code, RedirectAttributes redirect) {
        catalogue.delete(game.appId(), new ItemCode(code), me.username());
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("items.deleted", code));
        return LIST;
    }

    private String refused(
            Game game, @Nullable List<String> codes, String act, String reason, Refusal refusal, Model model) {
        model.addAttribute("values", Map.of("reason", reason));
        model.addAttribute("errors", sentences.byField(refusal));
        model.addAttribute(Notice.ATTRIBUTE, Notice.refused(refusal));
        return page(game, codes, act, model);
    }

    private String page(Game game, @Nullable List<String> codes, String act, Model model) {
        model.addAttribute("game", game);
        model.addAttribute("act", act);
        model.addAttribute(
                "items",
                codes(codes).stream().map(it -> catalogue.get(game.appId(), it)).toList());
        return "catalogue/removal";
    }

    private static List<ItemCode> codes(@Nullable List<String> codes) {
        return codes == null
                ? List.of()
                : codes.stream().distinct().map(ItemCode::new).toList();
    }
}
