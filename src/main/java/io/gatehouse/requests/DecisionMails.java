package io.gatehouse.requests;

import java.util.LinkedHashMap;
import java.util.Locale;

import org.springframework.stereotype.Component;

import io.gatehouse.mail.Mail;
import io.gatehouse.mail.Mails;

/** Tells who asked how it was decided. */
@Component
public class DecisionMails {

    private final Requests requests;
    private final Mails mails;

    DecisionMails(Requests requests, Mails mails) {
        this.requests = requests;
        this.mails = mails;
    }

    /**
     * Sends the submitter of a request its decision, with the note; safe to call twice.
     *
     * @param page where they go on, as a path without the game
     */
    public void tell(String number, String page) {
        var request = requests.get(number);
        var model = new LinkedHashMap<String, Object>();
        model.put("number", number);
        model.put("subject", request.subject());
        model.put("note", request.note() == null ? "–" : request.note());
        var template =
                "request-" + request.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
        mails.queue(Mail.of(number + "/" + template, request.requestedBy(), template, model, link(page, request))
                .about(request.game(), number));
    }

    private static String link(String page, RequestView request) {
        return request.game() == null ? page : page + "?game=" + request.game();
    }
}
