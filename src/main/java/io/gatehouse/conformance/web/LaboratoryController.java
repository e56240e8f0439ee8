package io.gatehouse.conformance.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
import io.gatehouse.conformance.Change;
import io.gatehouse.conformance.Contrast;
import io.gatehouse.conformance.Laboratory;
import io.gatehouse.conformance.Replay;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;
import io.gatehouse.delivery.AttemptView;
import io.gatehouse.delivery.Form;

/** The replay laboratory: a past notification, one change, and both replies side by side. */
@Controller
@RequestMapping("/virtual-payment/configuration/laboratory")
class LaboratoryController {

    private static final Map<String, String> NOTHING_CHANGED = Map.of("kind", Change.Kind.NOTHING.name());

    private static final String HERE = "redirect:/virtual-payment/configuration/laboratory";

    private final Laboratory laboratory;
    private final Sentences sentences;

    LaboratoryController(Laboratory laboratory, Sentences sentences) {
        this.laboratory = laboratory;
        this.sentences = sentences;
    }

    /** @param order shows the attempts of that order only */
    @GetMapping
    @Requires(Capability.DELIVERY_CONFIG_EDIT)
    String list(Game game, @RequestParam(defaultValue = "") String order, Model model) {
        var number = Optional.of(order.strip()).filter(it -> !it.isEmpty());
        model.addAttribute("game", game);
        model.addAttribute("order", number.orElse(""));
        model.addAttribute("material", laboratory.material(game.appId(), number));
        return "conformance/laboratory";
    }

    /** @param replay the one that is compared; the newest if none is named */
    @GetMapping("/{attempt}")
    @Requires(Capability.DELIVERY_CONFIG_EDIT)
    String bench(
            Game game, @PathVariable long attempt, @RequestParam(required = false) @Nullable UUID replay, Model model) {
        var past = laboratory.material(game.appId(), attempt);
        var replays = laboratory.of(game.appId(), attempt);
        var chosen = replay == null ? replays.stream().findFirst() : Optional.of(laboratory.get(game.appId(), replay));
        model.addAttribute("game", game);
        model.addAttribute("past", past);
        model.addAttribute("fields", laboratory.fields(past));
        model.addAttribute("replays", replays);
        model.addAttribute("replay", chosen.orElse(null));
        chosen.ifPresent(it -> compare(past.attempt(), it, model));
        model.addAttribute("forms", Arrays.asList(Form.values()));
        model.addAttribute("keys", Arrays.asList(Change.Key.values()));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", chosen.map(it -> typed(it.change())).orElse(NOTHING_CHANGED));
        }
        return "conformance/bench";
    }

    private static void compare(AttemptView before, Replay now, Model model) {
        var original = before.request();
        if (original != null && now.exchange().wasSent()) {
            model.addAttribute("requests", Contrast.of(original, now.exchange().request()));
        }
        model.addAttribute(
                "replies",
                Contrast.of(
                        before.replyHead() + before.reply(),
                        now.exchange().replyHead() + now.exchange().reply().text()));
    }

    @PostMapping("/{attempt}")
    @Requires(Capability.DELIVERY_CONFIG_EDIT)
    String send(
            Game game,
            Person me,
            @PathVariable long attempt,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        laboratory.material(game.appId(), attempt);
        var there = HERE + "/" + attempt + "?game=" + game.appId();
        try {
            var replay = laboratory.send(game.appId(), attempt, change(typed), me.username());
            return there + "&replay=" + replay.id() + "#comparison";
        } catch (InvalidValue e) {
            model.addAttribute("typed", typed);
            model.addAttribute("refused", sentences.of(e));
            return bench(game, attempt, null, model);
        } catch (Refusal e) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            return there;
        }
    }

    /** What was sent last stays on the form, so that the next try differs in what one means it to. */
    private static Map<String, String> typed(Change change) {
        var name = change.kind().name().toLowerCase(Locale.ROOT);
        return Map.of(
                "kind", change.kind().name(), name + "-subject", change.subject(), name + "-value", change.value());
    }

    /** Each kind of change has its own fields on the form. */
    private static Change change(Map<String, String> typed) {
        var kind = Arrays.stream(Change.Kind.values())
                .filter(it -> it.name().equals(typed.get("kind")))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("kind", "laboratory.kind"));
        var name = kind.name().toLowerCase(Locale.ROOT);
        return new Change(kind, typed.getOrDefault(name + "-subject", ""), typed.getOrDefault(name + "-value", ""));
    }
}
