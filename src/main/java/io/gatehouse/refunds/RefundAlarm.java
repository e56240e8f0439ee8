package io.gatehouse.refunds;

import java.util.LinkedHashMap;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.mail.Mail;
import io.gatehouse.mail.Mails;

/** Tells people that the payment channel reports something that cannot be. */
@Component
class RefundAlarm {

    private final People people;
    private final Mails mails;
    private final ApplicationEventPublisher events;

    RefundAlarm(People people, Mails mails, ApplicationEventPublisher events) {
        this.people = people;
        this.mails = mails;
        this.events = events;
    }

    /** @return what to throw; the alarm stays although the report is refused */
    RefundConflict raise(RefundView refund, String code, RefundResult result) {
        var reported = result.paid() ? "paid " + result.amount() : "not paid";
        events.publishEvent(BusinessEvent.of("refund.contradicted", BusinessEvent.SUPERAPP, "refund " + refund.number())
                .in(refund.game())
                .under(refund.number())
                .with("recorded", refund.status() + " " + refund.amount())
                .with("reported", reported));
        var model = new LinkedHashMap<String, Object>();
        model.put("number", refund.number());
        model.put("recorded", refund.amount());
        model.put("status", refund.status());
        model.put("reported", reported);
        people.having(Role.SUPERAPP_ADMINISTRATOR)
                .forEach(it -> mails.queue(Mail.of(
                                refund.number() + "/conflict/" + reported + "/" + it.username(),
                                it.username(),
                                "refund-conflict",
                                model,
                                "/refunds/" + refund.number())
                        .about(refund.game(), refund.number())));
        return new RefundConflict(code, refund.number(), refund.status(), refund.amount(), reported);
    }
}
