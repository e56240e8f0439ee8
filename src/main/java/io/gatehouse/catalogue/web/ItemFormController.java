package io.gatehouse.catalogue.web;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.ItemCode;
import io.gatehouse.catalogue.ItemEntry;
import io.gatehouse.core.Money;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;

/** Adds an item, and edits its next version. */
@Controller
@RequestMapping("/virtual-payment/items")
class ItemFormController {

    private static final String LIST = "redirect:/virtual-payment/items";
    private static final long HIGHEST_PRICE = 99_999_999;

    private final Catalogue catalogue;
    private final Sentences sentences;

    ItemFormController(Catalogue catalogue, Sentences sentences) {
        this.catalogue = catalogue;
        this.sentences = sentences;
    }

    @GetMapping("/new")
    @Requires(Capability.ITEM_EDIT)
    String add(Game game, Model model) {
        return form(game, new ItemEntry("", "", "", ""), null, model);
    }

    @PostMapping("/new")
    @Requires(Capability.ITEM_EDIT)
    String add(
            Game game,
            Person me,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String price,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var entry = new ItemEntry(code, name, price, remark);
        try {
            var content = content(picture);
            catalogue.add(game.appId(), entry, content == null ? new byte[0] : content, me.username());
        } catch (Refusal e) {
            return refused(game, entry, null, e, model);
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("items.saved", code.strip()));
        return LIST;
    }

    @GetMapping("/item/{code}/edit")
    @Requires(Capability.ITEM_EDIT)
    String edit(Game game, @PathVariable String code, Model model) {
        var current = catalogue.get(game.appId(), new ItemCode(code)).current();
        var entry = new ItemEntry(code, current.name(), current.price().major(), current.remark());
        return form(game, entry, code, model);
    }

    @PostMapping("/item/{code}/edit")
    @Requires(Capability.ITEM_EDIT)
    String edit(
            Game game,
            Person me,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String price,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var before = catalogue.get(game.appId(), new ItemCode(code)).latest();
        var entry = new ItemEntry(code, name, price, remark);
        try {
            catalogue.edit(game.appId(), entry, content(picture), me.username());
        } catch (Refusal e) {
            return refused(game, entry, code, e, model);
        }
        var after = catalogue.get(game.appId(), new ItemCode(code)).latest();
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE, Notice.done(after > before ? "items.saved" : "items.unchanged", code));
        return LIST;
    }

    private String refused(Game game, ItemEntry entry, @Nullable String code, Refusal refusal, Model model) {
        model.addAttribute("errors", sentences.byField(refusal));
        model.addAttribute(Notice.ATTRIBUTE, Notice.refused(refusal));
        return form(game, entry, code, model);
    }

    private String form(Game game, ItemEntry entry, @Nullable String code, Model model) {
        var currency = catalogue.currency(game.appId()).orElse(null);
        model.addAttribute("game", game);
        model.addAttribute("entry", entry);
        model.addAttribute("item", code == null ? null : catalogue.get(game.appId(), new ItemCode(code)));
        model.addAttribute("currency", currency);
        model.addAttribute("highest", currency == null ? null : new Money(HIGHEST_PRICE, currency));
        model.addAttribute("nameLimit", catalogue.nameLimit());
        return "catalogue/item-form";
    }

    private static byte @Nullable [] content(@Nullable MultipartFile picture) throws IOException {
        return picture == null || picture.isEmpty() ? null : picture.getBytes();
    }
}
