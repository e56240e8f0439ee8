package io.gatehouse.credentials.web;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
import io.gatehouse.credentials.Credentials;
import io.gatehouse.workflow.Forms;
import io.gatehouse.workflow.TypedFields;

/** Renew, show the passphrase, send again, revoke: each ends on the configuration page. */
@Controller
@RequestMapping("/virtual-payment/configuration/credentials")
class CredentialsController {

    private static final String PAGE = "redirect:/virtual-payment/configuration";
    private static final String FORM = "request-credentials";

    private final Credentials credentials;
    private final Forms forms;
    private final Sentences sentences;

    CredentialsController(Credentials credentials, Forms forms, Sentences sentences) {
        this.credentials = credentials;
        this.forms = forms;
        this.sentences = sentences;
    }

    @PostMapping
    @Requires(Capability.CREDENTIALS_REQUEST)
    String renew(Game game, Person me, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        try {
            var values = forms.check(FORM, TypedFields.of(typed));
            var request = credentials.renew(game.appId(), me.username(), (String) values.get("message"));
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("credentials.requested", request.number()));
        } catch (Refusal e) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            redirect.addFlashAttribute("credentialValues", TypedFields.of(typed));
            redirect.addFlashAttribute("credentialErrors", sentences.byField(e));
        }
        return PAGE;
    }

    /** Answers with the passphrase itself: it is not kept in the session for a page after this one. */
    @PostMapping("/passphrase")
    @Requires(Capability.CREDENTIALS_REQUEST)
    String passphrase(Game game, Person me, Model model, RedirectAttributes redirect) {
        try {
            model.addAttribute("passphrase", credentials.passphrase(game.appId(), me.username()));
            model.addAttribute("me", me);
            return "credentials/passphrase";
        } catch (Refusal e) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            return PAGE;
        }
    }

    @PostMapping("/mail")
    @Requires(Capability.CREDENTIALS_REQUEST)
    String sendAgain(Game game, Person me, RedirectAttributes redirect) {
        try {
            credentials.sendAgain(game.appId(), me.username());
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("credentials.sent-again"));
        } catch (Refusal e) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.refused(e));
        }
        return PAGE;
    }

    @PostMapping("/revocation")
    @Requires(Capability.CREDENTIALS_REQUEST)
    String revokeOld(Game game, Person me, RedirectAttributes redirect) {
        try {
            credentials.revokeOld(game.appId(), me.username());
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("credentials.revoked"));
        } catch (Refusal e) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.refused(e));
        }
        return PAGE;
    }
}
