package io.gatehouse.exemption;

import org.springframework.stereotype.Component;

/**
 * What {@code processes/exemption-revocation.bpmn} asks of us. Public only because the engine's expression language
 * cannot call a package-private class; no Java code depends on it.
 */
@Component
public class ExemptionRevocationTasks {

    private final Revoking steps;

    ExemptionRevocationTasks(Revoking steps) {
        this.steps = steps;
    }

    public void revoke(String number) {
        steps.revoke(number);
    }

    public void takeItemsDown(String number) {
        steps.takeItemsDown(number);
    }

    public void tellTeam(String number) {
        steps.tellTeam(number);
    }
}
