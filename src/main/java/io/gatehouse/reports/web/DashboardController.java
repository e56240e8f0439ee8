package io.gatehouse.reports.web;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Requires;
import io.gatehouse.reports.DashboardCharts;
import io.gatehouse.reports.Dashboards;

/** How a game sells. */
@Controller
class DashboardController {

    private static final List<Integer> PERIODS = List.of(7, 14, 30, 90);
    private static final int PRESET = 30;

    private final Dashboards dashboards;
    private final DashboardCharts charts;

    DashboardController(Dashboards dashboards, DashboardCharts charts) {
        this.dashboards = dashboards;
        this.charts = charts;
    }

    @GetMapping("/virtual-payment/dashboard")
    @Requires(Capability.ORDER_VIEW)
    String show(Game game, @RequestParam(defaultValue = "30") String days, Locale locale, Model model) {
        var view = dashboards.of(game.appId(), length(days));
        model.addAttribute("game", game);
        model.addAttribute("view", view);
        model.addAttribute("periods", PERIODS);
        model.addAttribute("paid", charts.paid(view, locale));
        model.addAttribute("delivery", charts.delivery(view, locale));
        model.addAttribute("states", charts.states(view, locale));
        return "reports/dashboard";
    }

    /** Anything else than the offered periods is the preset one. */
    private static int length(String days) {
        return PERIODS.stream()
                .filter(it -> it.toString().equals(days))
                .findFirst()
                .orElse(PRESET);
    }
}
