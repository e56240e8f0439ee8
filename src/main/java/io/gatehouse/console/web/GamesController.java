package io.gatehouse.console.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import io.gatehouse.access.Games;
import io.gatehouse.access.Person;

/** Looks for a game to work on: as a page, and for the switcher of every page as its first matches. */
@Controller
class GamesController {

    /** What the switcher shows; who wants others says which. */
    static final int FIRST = 8;

    private static final int PAGE = 50;
    private static final String ABOUT_A_GAME = "/virtual-payment/enablement";

    private final Games games;
    private final Navigation navigation;

    GamesController(Games games, Navigation navigation) {
        this.games = games;
        this.navigation = navigation;
    }

    /** @param to the page that shall be shown of the game; anything else than a page of the console is the first one */
    @GetMapping("/games")
    String list(
            Person me,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partOfPage,
            Model page) {
        page.addAttribute("search", search);
        page.addAttribute("section", section(me, to));
        page.addAttribute("found", games.search(me.username(), search, after, partOfPage ? FIRST : PAGE));
        return partOfPage ? "fragments/games :: switcher" : "games";
    }

    /** The home page is about a game for members of teams only. */
    private String section(Person me, String to) {
        var section = NavigationGroup.section(navigation.of(me, to));
        return me.roleOutsideTeams().isEmpty() || section.startsWith("/virtual-payment/") ? section : ABOUT_A_GAME;
    }
}
