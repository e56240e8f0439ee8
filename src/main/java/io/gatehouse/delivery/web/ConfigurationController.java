package io.gatehouse.delivery.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
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
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;
import io.gatehouse.delivery.ConfigurationView;
import io.gatehouse.delivery.DeliveryConfigurations;
import io.gatehouse.delivery.EndpointHealths;
import io.gatehouse.delivery.Form;
import io.gatehouse.delivery.NotificationSwitch;
import io.gatehouse.delivery.TestNotifications;
import io.gatehouse.enablement.ReadinessCheck;

/** Basic configuration: where notifications go, whether they arrive, and the switch that lets them out. */
@Controller
@RequestMapping("/virtual-payment/configuration")
class ConfigurationController {

    private static final String HERE = "redirect:/virtual-payment/configuration";
    private static final String ITEMS = "redirect:/virtual-payment/items";

    private final DeliveryConfigurations configurations;
    private final TestNotifications tests;
    private final NotificationSwitch notificationSwitch;
    private final EndpointHealths healths;
    private final Access access;
    private final Sentences sentences;
    private final ObjectProvider<ReadinessCheck> readiness;

    ConfigurationController(
            DeliveryConfigurations configurations,
            TestNotifications tests,
            NotificationSwitch notificationSwitch,
            EndpointHealths healths,
            Access access,
            Sentences sentences,
            ObjectProvider<ReadinessCheck> readiness) {
        this.configurations = configurations;
        this.tests = tests;
        this.notificationSwitch = notificationSwitch;
        this.healths = healths;
        this.access = access;
        this.sentences = sentences;
        this.readiness = readiness;
    }

    @GetMapping
    @Requires(Capability.DELIVERY_CONFIG_VIEW)
    String show(Game game, Person me, Model model) {
        var saved = configurations.of(game.appId());
        model.addAttribute("game", game);
        model.addAttribute("me", me);
        model.addAttribute("saved", saved.orElse(null));
        if (!model.containsAttribute("typed")) {
            model.addAttribute(
                    "typed", saved.map(ConfigurationController::texts).orElse(Map.of()));
        }
        if (!model.containsAttribute("chosen")) {
            model.addAttribute("chosen", saved.map(ConfigurationView::form).orElse(Form.A));
        }
        model.addAttribute("forms", Form.values());
        model.addAttribute("test", tests.last(game.appId()).orElse(null));
        model.addAttribute("health", healths.of(game.appId()));
        model.addAttribute("readiness", readiness(game));
        model.addAttribute("mayEdit", access.explain(me.username(), Capability.DELIVERY_CONFIG_EDIT, game.appId()));
        return "delivery/configuration";
    }

    @PostMapping
    @Requires(Capability.DELIVERY_CONFIG_EDIT)
    String save(
            Game game,
            Person me,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String testUrl,
            @RequestParam Optional<Form> form,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var before = configurations.of(game.appId());
        var chosen = form.or(() -> before.map(ConfigurationView::form)).orElse(Form.A);
        try {
            configurations.save(game.appId(), url, testUrl, chosen, me.username());
        } catch (InvalidValue e) {
            model.addAttribute("typed", Map.of("url", url, "testUrl", testUrl));
            model.addAttribute("chosen", chosen);
            model.addAttribute("errors", errors(e, url, testUrl));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(game, me, model);
        }
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE, Notice.done(before.isEmpty() ? "delivery.save.done.first" : "delivery.save.done"));
        return HERE;
    }

    /** Both addresses at once: nobody corrects one to be told of the other. */
    private Map<String, String> errors(InvalidValue first, String url, String testUrl) {
        var errors = new LinkedHashMap<>(Map.of(first.field(), sentences.of(first)));
        configurations.faults(url, testUrl).forEach(it -> errors.put(it.field(), sentences.of(it)));
        return errors;
    }

    @PostMapping("/test")
    @Requires(Capability.DELIVERY_CONFIG_EDIT)
    String test(Game game, Person me, RedirectAttributes redirect) {
        try {
            var attempt = tests.send(game.appId(), me.username());
            redirect.addFlashAttribute(
                    Notice.ATTRIBUTE,
                    attempt.acknowledged()
                            ? Notice.done("delivery.test.done", attempt.millis())
                            : Notice.mind("delivery.test.done.failed"));
        } catch (Refusal e) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.refused(e));
        }
        return HERE + "#test";
    }

    /** @param from {@code items} if the switch was pressed on the items' page */
    @PostMapping("/switch")
    @Requires(Capability.ITEM_NOTIFY_SWITCH)
    String turn(
            Game game,
            Person me,
            @RequestParam boolean on,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes redirect) {
        try {
            if (on) {
                notificationSwitch.turnOn(game.appId(), me.username());
            } else {
                notificationSwitch.turnOff(game.appId(), me.username());
            }
            redirect.addFlashAttribute(
                    Notice.ATTRIBUTE, Notice.done(on ? "delivery.switch.turned-on" : "delivery.switch.turned-off"));
        } catch (Refusal e) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.refused(e));
        }
        return from.equals("items") ? ITEMS : HERE;
    }

    private static Map<String, String> texts(ConfigurationView saved) {
        return Map.of("url", saved.url(), "testUrl", saved.testUrl());
    }

    private List<Line> readiness(Game game) {
        return readiness.stream()
                .sorted(Comparator.comparingInt(ReadinessCheck::order))
                .map(it -> new Line(it.key(), it.done(game.appId()), it.link()))
                .toList();
    }

    record Line(String key, boolean done, String link) {}
}
