package io.gatehouse.credentials;

import java.util.Date;
import java.util.Locale;

import org.springframework.stereotype.Component;

/**
 * What {@code processes/delivery-credentials.bpmn} asks of us. Public only because the engine's expression language
 * cannot call a package-private class; no Java code depends on it.
 */
@Component
public class DeliveryCredentialsTasks {

    private final Issuing issuing;

    DeliveryCredentialsTasks(Issuing issuing) {
        this.issuing = issuing;
    }

    /** @return {@code issued}, {@code later} for another attempt after a pause, or {@code stuck} for a person */
    public String issue(String number) {
        return issuing.issue(number).name().toLowerCase(Locale.ROOT);
    }

    /** When the next attempt is made. */
    public Date nextAttempt(String number) {
        return Date.from(issuing.nextAttempt());
    }

    /** @return whether an older credential is still accepted and must be retired later */
    public boolean sendMail(String number) {
        return issuing.mail(number);
    }

    /** Until when the older credential is accepted. */
    public Date overlapEnds(String number) {
        return Date.from(issuing.overlapEnds(number));
    }

    public void retireOld(String number) {
        issuing.retireOld(number);
    }

    public void tellGivenUp(String number) {
        issuing.tellGivenUp(number);
    }
}
