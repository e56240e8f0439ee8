package io.gatehouse.delivery.web;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.core.Env;
import io.gatehouse.core.Notice;
import io.gatehouse.delivery.DeliveryConfigurations;
import io.gatehouse.delivery.EndpointCharts;
import io.gatehouse.delivery.EndpointHealths;
import io.gatehouse.delivery.Recoveries;

/** How an endpoint is doing: whether it answers, how fast, how it fails, and what is done about it. */
@Controller
@RequestMapping("/virtual-payment/configuration/endpoint")
class EndpointController {

    private static final List<Integer> PERIODS = List.of(24, 168);

    private final DeliveryConfigurations configurations;
    private final EndpointHealths healths;
    private final EndpointCharts charts;
    private final Recoveries recoveries;
    private final Access access;

    EndpointController(
            DeliveryConfigurations configurations,
            EndpointHealths healths,
            EndpointCharts charts,
            Recoveries recoveries,
            Access access) {
        this.configurations = configurations;
        this.healths = healths;
        this.charts = charts;
        this.recoveries = recoveries;
        this.access = access;
    }

    /** Anything else than what is offered is the preset one. */
    @GetMapping
    @Requires(Capability.DELIVERY_CONFIG_VIEW)
    String show(
            Game game,
            Person me,
            @RequestParam(defaultValue = "LIVE") String env,
            @RequestParam(defaultValue = "24") String hours,
            Locale locale,
            Model model) {
        var which = env.equals(Env.SANDBOX.name()) ? Env.SANDBOX : Env.LIVE;
        var length = hours.equals("168") ? 168 : 24;
        model.addAttribute("game", game);
        model.addAttribute("env", which);
        model.addAttribute("length", length);
        model.addAttribute("envs", Env.values());
        model.addAttribute("periods", PERIODS);
        model.addAttribute("saved", configurations.of(game.appId()).orElse(null));
        model.addAttribute("mayEdit", access.explain(me.username(), Capability.DELIVERY_CONFIG_EDIT, game.appId()));
        model.addAttribute("mayResend", access.explain(me.username(), Capability.ORDER_RESEND, game.appId()));
        model.addAttribute("hoursBack", RecoveryController.HOURS);
        model.addAttribute("recoveries", recoveries.latest(game.appId()));
        model.addAttribute("health", healths.of(game.appId(), which, length).orElse(null));
        var history = healths.history(game.appId(), which, length);
        model.addAttribute("history", history);
        model.addAttribute("success", charts.success(history, locale));
        model.addAttribute("latency", charts.latency(history, locale));
        return "delivery/endpoint";
    }

    @PostMapping
    @Requires(Capability.DELIVERY_CONFIG_EDIT)
    String switchOnAgain(Game game, Person me, @RequestParam Env env, RedirectAttributes redirect) {
        configurations.switchOnAgain(game.appId(), me.username());
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("delivery.health.on-again.done"));
        return "redirect:/virtual-payment/configuration/endpoint?env=" + env;
    }
}
