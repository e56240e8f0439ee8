package io.gatehouse.exemption.web;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;
import io.gatehouse.exemption.Exemptions;
import io.gatehouse.workflow.Forms;

/** Takes a team's request for the exemption; its section stands on the configuration page. */
@Controller
@RequestMapping("/virtual-payment/exemption")
class ExemptionController {

    private static final String CONFIGURATION = "redirect:/virtual-payment/configuration#exemption";

    private final Exemptions exemptions;
    private final Forms forms;
    private final Sentences sentences;

    ExemptionController(Exemptions exemptions, Forms forms, Sentences sentences) {
        this.exemptions = exemptions;
        this.forms = forms;
        this.sentences = sentences;
    }

    @PostMapping
    @Requires(Capability.EXEMPTION_REQUEST)
    String request(Game game, Person me, @RequestParam(defaultValue = "") String message, RedirectAttributes redirect) {
        try {
            var values = forms.check(ExemptionSection.FORM, Map.of("message", message));
            var request = exemptions.request(game.appId(), String.valueOf(values.get("message")), me.username());
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("exemption.asked", request.number()));
        } catch (Refusal e) {
            redirect.addFlashAttribute(ExemptionSection.TYPED, Map.of("message", message));
            redirect.addFlashAttribute(ExemptionSection.ERRORS, sentences.byField(e));
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.refused(e));
        }
        return CONFIGURATION;
    }

    @PostMapping("/{number}/withdrawal")
    @Requires(Capability.EXEMPTION_REQUEST)
    String withdraw(Game game, Person me, @PathVariable String number, RedirectAttributes redirect) {
        exemptions.withdraw(game.appId(), number, me.username());
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("exemption.withdrawn", number));
        return CONFIGURATION;
    }
}
