package io.gatehouse.refunds;

import java.util.LinkedHashMap;
import java.util.Locale;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.access.Role;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Money;
import io.gatehouse.mail.Mail;
import io.gatehouse.mail.Mails;

/** Tells people that the payment channel reports something that cannot be. */
@Component
class RefundAlarm {

    private final People people;
    private final Mails mails;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    RefundAlarm(People people, Mails mails, MessageSource messages, ApplicationEventPublisher events) {
        this.people = people;
        this.mails = mails;
        this.messages = messages;
        this.events = events;
    }

    /** @return what to throw; the alarm stays although the report is refused */
    RefundConflict raise(RefundView refund, String code, RefundResult result) {
        var amount = new Money(result.amount(), refund.amount().currency());
        var reported = result.paid() ? "paid " + amount : "not paid";
        events.publishEvent(BusinessEvent.of("refund.contradicted", BusinessEvent.SUPERAPP, "refund " + refund.number())
                .in(refund.game())
                .under(refund.number())
                .with("recorded", refund.status() + " " + refund.amount())
                .with("reported", reported));
        people.having(Role.SUPERAPP_ADMINISTRATOR).forEach(it -> {
            var words = result.paid()
                    ? inWords("refunds.reported.paid", it.locale(), amount)
                    : inWords("refunds.reported.not-paid", it.locale());
            var key = refund.number() + "/conflict/" + reported + "/" + it.username();
            mails.queue(mail(key, it, refund, words));
        });
        return new RefundConflict(code, refund.number(), refund.status(), refund.amount(), reported);
    }

    private Mail mail(String key, Person to, RefundView refund, String reported) {
        var model = new LinkedHashMap<String, Object>();
        model.put("number", refund.number());
        model.put("recorded", refund.amount());
        model.put("status", inWords(refund.status().key(), to.locale()));
        model.put("reported", reported);
        return Mail.of(key, to.username(), "refund-conflict", model, "/refunds/" + refund.number())
                .about(refund.game(), refund.number());
    }

    private String inWords(String key, Locale language, Object... places) {
        return messages.getMessage(key, places, language);
    }
}
