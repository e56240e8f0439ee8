package io.gatehouse.catalogue.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Explanation;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.ItemCode;
import io.gatehouse.catalogue.ItemFilter;
import io.gatehouse.catalogue.ItemImports;
import io.gatehouse.catalogue.ItemTab;

/** The list of a game's items, and each item's versions. */
@Controller
@RequestMapping("/virtual-payment/items")
class ItemsController {

    private static final int PAGE = 50;

    private final Catalogue catalogue;
    private final ItemImports imports;
    private final Access access;
    private final ResourceLoader resources;

    ItemsController(Catalogue catalogue, ItemImports imports, Access access, ResourceLoader resources) {
        this.catalogue = catalogue;
        this.imports = imports;
        this.access = access;
        this.resources = resources;
    }

    @GetMapping
    @Requires(Capability.ITEM_VIEW)
    String list(
            Game game,
            Person me,
            @RequestParam(defaultValue = "ALL") String tab,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var filter = new ItemFilter(tab(tab), search);
        model.addAttribute("game", game);
        model.addAttribute("filter", filter);
        model.addAttribute("items", catalogue.list(game.appId(), filter, after, PAGE));
        model.addAttribute("counts", catalogue.counts(game.appId()));
        model.addAttribute("currency", catalogue.currency(game.appId()).orElse(null));
        model.addAttribute("importRows", imports.mostRows());
        model.addAttribute(
                "hasSwitch",
                resources
                        .getResource("classpath:templates/delivery/switch.html")
                        .exists());
        model.addAttribute("edit", explain(me, game, Capability.ITEM_EDIT));
        model.addAttribute("template", explain(me, game, Capability.ITEM_TEMPLATE));
        model.addAttribute("release", explain(me, game, Capability.ITEM_RELEASE));
        model.addAttribute("remove", explain(me, game, Capability.ITEM_REMOVE));
        model.addAttribute("takedown", explain(me, game, Capability.ITEM_TAKEDOWN));
        return "catalogue/items";
    }

    @GetMapping("/item/{code}")
    @Requires(Capability.ITEM_VIEW)
    String versions(Game game, Person me, @PathVariable String code, Model model) {
        var id = new ItemCode(code);
        model.addAttribute("game", game);
        model.addAttribute("item", catalogue.get(game.appId(), id));
        model.addAttribute("versions", catalogue.versions(game.appId(), id));
        model.addAttribute("edit", explain(me, game, Capability.ITEM_EDIT));
        model.addAttribute("remove", explain(me, game, Capability.ITEM_REMOVE));
        return "catalogue/versions";
    }

    private Explanation explain(Person me, Game game, Capability what) {
        return access.explain(me.username(), what, game.appId());
    }

    private static ItemTab tab(String name) {
        try {
            return ItemTab.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return ItemTab.ALL;
        }
    }
}
