package io.gatehouse.exemption;

import org.springframework.stereotype.Component;

/**
 * What {@code processes/exemption-revocation.bpmn} asks of us. Public only because the engine's expression language
 * cannot call a package-private class; no Java code depends on it.
 */
@Component
public class ExemptionRevocationTasks {

    private final ExemptionRevocations revocations;

    ExemptionRevocationTasks(ExemptionRevocations revocations) {
        this.revocations = revocations;
    }

    public void revoke(String number) {
        revocations.revoke(number);
    }

    public void takeItemsDown(String number) {
        revocations.takeItemsDown(number);
    }

    public void tellTeam(String number) {
        revocations.tellTeam(number);
    }
}
