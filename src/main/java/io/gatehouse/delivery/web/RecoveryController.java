package io.gatehouse.delivery.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.delivery.Recoveries;

/** Sending everything again that failed since a time, and how far that is. */
@Controller
@RequestMapping("/virtual-payment/configuration/recoveries")
class RecoveryController {

    /** How far back it can go, as the page offers it. */
    static final List<Integer> HOURS = List.of(1, 6, 24, 72, 720);

    private final Recoveries recoveries;
    private final Clock clock;

    RecoveryController(Recoveries recoveries, Clock clock) {
        this.recoveries = recoveries;
        this.clock = clock;
    }

    @PostMapping
    @Requires(Capability.ORDER_RESEND)
    String begin(Game game, Person me, @RequestParam int hours) {
        if (!HOURS.contains(hours)) {
            throw new InvalidValue("hours", "delivery.since");
        }
        var since = clock.instant().minus(Duration.ofHours(hours));
        return "redirect:/virtual-payment/configuration/recoveries/"
                + recoveries.begin(game.appId(), since, me.username()) + "?game=" + game.appId();
    }

    @GetMapping("/{id}")
    @Requires(Capability.ORDER_RESEND)
    String show(Game game, @PathVariable UUID id, Model model) {
        model.addAttribute("game", game);
        model.addAttribute("recovery", recoveries.get(game.appId(), id));
        return "delivery/recovery";
    }

    /** The part of the page that changes, asked for every second. */
    @GetMapping("/{id}/progress")
    @Requires(Capability.ORDER_RESEND)
    String progress(Game game, @PathVariable UUID id, Model model) {
        show(game, id, model);
        return "delivery/recovery :: progress";
    }
}
