package io.gatehouse.serverapi.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.serverapi.AppSecrets;

/**
 * The secret with which a game's server asks for tokens. The server acts as a member of the team, in the name of whoever
 * took its secret: so this belongs to those who keep the members.
 */
@Controller
@RequestMapping("/team/app-secret")
class AppSecretController {

    private final AppSecrets secrets;
    private final People people;
    private final Access access;
    private final String publicUrl;

    AppSecretController(
            AppSecrets secrets, People people, Access access, @Value("${gatehouse.public-url}") String publicUrl) {
        this.secrets = secrets;
        this.people = people;
        this.access = access;
        this.publicUrl = publicUrl;
    }

    @GetMapping
    @Requires(Capability.TEAM_MEMBERS)
    String show(Game game, Model page) {
        var taken = secrets.taken(game.appId());
        page.addAttribute("game", game);
        page.addAttribute("publicUrl", publicUrl);
        page.addAttribute("taken", taken.orElse(null));
        taken.ifPresent(it -> {
            page.addAttribute(
                    "keeper",
                    people.find(it.by()).map(Person::name).orElse(it.by().value()));
            page.addAttribute(
                    "left",
                    access.holders(Capability.TEAM_MEMBERS, game.team()).stream()
                            .noneMatch(holder -> holder.username().equals(it.by())));
        });
        return "serverapi/app-secret";
    }

    /** Answers with the secret itself: it is not kept in the session for a page after this one. */
    @PostMapping
    @Requires(Capability.TEAM_MEMBERS)
    String reset(Game game, Person me, Model page) {
        page.addAttribute("secret", secrets.reset(game.appId(), me.username()));
        return show(game, page);
    }
}
