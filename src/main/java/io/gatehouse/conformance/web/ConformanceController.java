package io.gatehouse.conformance.web;

import java.util.Map;
import java.util.UUID;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.conformance.Conformance;
import io.gatehouse.conformance.ReceiverSamples;
import io.gatehouse.conformance.Schemas;
import io.gatehouse.conformance.Wish;
import io.gatehouse.conformance.XmlSchemas;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;
import io.gatehouse.delivery.DeliveryConfigurations;

/** The receiver kit: runs and their reports, sample receivers, schemas. */
@Controller
@RequestMapping("/virtual-payment/configuration/conformance")
class ConformanceController {

    private static final int EARLIER = 20;
    private static final String HERE = "redirect:/virtual-payment/configuration/conformance";

    private final Conformance conformance;
    private final ReceiverSamples samples;
    private final Schemas schemas;
    private final XmlSchemas xmlSchemas;
    private final DeliveryConfigurations configurations;
    private final Access access;
    private final Sentences sentences;

    ConformanceController(
            Conformance conformance,
            ReceiverSamples samples,
            Schemas schemas,
            XmlSchemas xmlSchemas,
            DeliveryConfigurations configurations,
            Access access,
            Sentences sentences) {
        this.conformance = conformance;
        this.samples = samples;
        this.schemas = schemas;
        this.xmlSchemas = xmlSchemas;
        this.configurations = configurations;
        this.access = access;
        this.sentences = sentences;
    }

    @GetMapping
    @Requires(Capability.DELIVERY_CONFIG_VIEW)
    String show(Game game, Person me, Model model) {
        var runs = conformance.latest(game.appId(), EARLIER);
        model.addAttribute("game", game);
        model.addAttribute("runs", runs);
        model.addAttribute("last", runs.stream().findFirst().orElse(null));
        model.addAttribute("saved", configurations.of(game.appId()).orElse(null));
        model.addAttribute("mayEdit", access.explain(me.username(), Capability.DELIVERY_CONFIG_EDIT, game.appId()));
        model.addAttribute("languages", ReceiverSamples.LANGUAGES);
        model.addAttribute("schemas", schemas.names());
        model.addAttribute("xmlSchemas", xmlSchemas.names());
        model.addAttribute("schemaPath", Schemas.PATH);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of("kind", Wish.Kind.MOCK.name(), "item", "", "player", ""));
        }
        return "conformance/kit";
    }

    @PostMapping("/runs")
    @Requires(Capability.DELIVERY_CONFIG_EDIT)
    String begin(
            Game game,
            Person me,
            @RequestParam(defaultValue = "MOCK") String kind,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String player,
            Model model,
            RedirectAttributes redirect) {
        try {
            var run = conformance.begin(game.appId(), wish(kind, item.strip(), player.strip()), me.username());
            return HERE + "/runs/" + run + "?game=" + game.appId();
        } catch (InvalidValue e) {
            model.addAttribute("typed", Map.of("kind", kind, "item", item, "player", player));
            model.addAttribute("errors", sentences.byField(e));
            return show(game, me, model);
        } catch (Refusal e) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            return HERE + "?game=" + game.appId();
        }
    }

    private static Wish wish(String kind, String item, String player) {
        return kind.equals(Wish.Kind.SANDBOX.name()) ? new Wish(Wish.Kind.SANDBOX, item, player) : Wish.mocks();
    }

    @GetMapping("/runs/{id}")
    @Requires(Capability.DELIVERY_CONFIG_VIEW)
    String report(Game game, Person me, @PathVariable UUID id, Model model) {
        model.addAttribute("game", game);
        model.addAttribute("report", conformance.report(game.appId(), id));
        model.addAttribute("mayEdit", access.explain(me.username(), Capability.DELIVERY_CONFIG_EDIT, game.appId()));
        return "conformance/report";
    }

    /** The part of the page that changes while it is under way, asked for every second. */
    @GetMapping("/runs/{id}/progress")
    @Requires(Capability.DELIVERY_CONFIG_VIEW)
    String progress(Game game, Person me, @PathVariable UUID id, Model model) {
        report(game, me, id, model);
        return "conformance/report :: report";
    }

    @GetMapping("/receivers/{language}")
    @Requires(Capability.DELIVERY_CONFIG_VIEW)
    ResponseEntity<byte[]> sample(@PathVariable String language) {
        var file = samples.zip(language);
        var disposition = ContentDisposition.attachment()
                .filename("gatehouse-receiver-" + language + ".zip")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(file);
    }
}
