package io.gatehouse.requests;

import java.util.LinkedHashMap;
import java.util.Locale;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import io.gatehouse.access.Games;
import io.gatehouse.mail.Mail;
import io.gatehouse.mail.Mails;

/** Tells who asked how it was decided. */
@Component
public class DecisionMails {

    private final Requests requests;
    private final Mails mails;
    private final Games games;

    DecisionMails(Requests requests, Mails mails, Games games) {
        this.requests = requests;
        this.mails = mails;
        this.games = games;
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
        model.put("what", what(request));
        model.put("note", request.note() == null ? "" : words("mail.request.note", request.note()));
        var template =
                "request-" + request.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
        mails.queue(Mail.of(number + "/" + template, request.requestedBy(), template, model, link(page, request))
                .about(request.game(), number));
    }

    /** For example: payment of Lantern Drift. */
    private MessageSourceResolvable what(RequestView request) {
        var game = request.game() == null
                ? games.teamName(request.team())
                : games.get(request.game()).name();
        return words("mail.request.what." + request.kind(), game, request.subject());
    }

    private static MessageSourceResolvable words(String key, Object... places) {
        return new DefaultMessageSourceResolvable(new String[] {key}, places);
    }

    private static String link(String page, RequestView request) {
        return request.game() == null ? page : page + "?game=" + request.game();
    }
}
