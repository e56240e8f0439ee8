package io.gatehouse.sandbox;

import java.nio.charset.StandardCharsets;

import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.gatehouse.core.NotFound;

/** The mails of the sandbox, for everybody who is signed in. */
@Controller
@Profile("sandbox")
class MailboxController {

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/mailbox")
    String list(@RequestParam(defaultValue = "") String to, Model model) {
        model.addAttribute("to", to);
        model.addAttribute("mails", mailbox.latest(to));
        return "sandbox/mailbox";
    }

    @GetMapping("/mailbox/{id}")
    String read(@PathVariable long id, Model model) {
        model.addAttribute("mail", mail(id));
        return "sandbox/mail";
    }

    @GetMapping("/mailbox/{id}/enclosures/{number}")
    ResponseEntity<byte[]> download(@PathVariable long id, @PathVariable int number) {
        var enclosures = mail(id).enclosures();
        if (number < 0 || number >= enclosures.size()) {
            throw new NotFound("mailbox.no-enclosure", number, id);
        }
        var enclosure = enclosures.get(number);
        var disposition = ContentDisposition.attachment()
                .filename(enclosure.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(enclosure.content());
    }

    private Mail mail(long id) {
        return mailbox.find(id).orElseThrow(() -> new NotFound("mailbox.no-mail", id));
    }
}
