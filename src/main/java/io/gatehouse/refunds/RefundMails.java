package io.gatehouse.refunds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.core.Username;
import io.gatehouse.mail.Mail;
import io.gatehouse.mail.Mails;

/** The mails about a refund; each is sent once however often it is asked for. */
@Component
class RefundMails {

    private final Mails mails;
    private final Access access;
    private final People people;

    RefundMails(Mails mails, Access access, People people) {
        this.mails = mails;
        this.access = access;
        this.people = people;
    }

    /** To those of the team who may answer. */
    void toTeam(String template, RefundView refund) {
        access.holders(Capability.REFUND_ANSWER, refund.team())
                .forEach(it -> send(
                        template,
                        refund,
                        it,
                        "/virtual-payment/after-sales/" + refund.number() + "?game=" + refund.game()));
    }

    /** To the superapp's people with a right. */
    void toStaff(String template, RefundView refund, Capability right) {
        access.holders(right, refund.team()).forEach(it -> send(template, refund, it, "/refunds/" + refund.number()));
    }

    /** To the person who asked, if a person did. */
    void toAsker(String template, RefundView refund) {
        asker(refund).forEach(it -> send(template, refund, it, "/refunds/" + refund.number()));
    }

    private List<Person> asker(RefundView refund) {
        return Stream.of(refund.source())
                .filter(it -> it == RefundSource.STAFF)
                .flatMap(it -> people.find(new Username(refund.initiatedBy())).stream())
                .toList();
    }

    private void send(String template, RefundView refund, Person to, String link) {
        var model = new LinkedHashMap<String, Object>();
        model.put("number", refund.number());
        model.put("amount", refund.amount());
        model.put("item", refund.item());
        model.put("order", refund.orderNo());
        model.put("note", note(refund));
        mails.queue(
                Mail.of(refund.number() + "/" + template + "/" + to.username(), to.username(), template, model, link)
                        .about(refund.game(), refund.number()));
    }

    private static String note(RefundView refund) {
        if (refund.failure() != null) {
            return refund.failure();
        }
        return Stream.of(refund.release(), refund.grant())
                .filter(it -> it != null && !it.note().isBlank())
                .map(Word::note)
                .findFirst()
                .orElse("–");
    }
}
