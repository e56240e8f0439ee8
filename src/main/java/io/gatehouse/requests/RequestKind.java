package io.gatehouse.requests;

import io.gatehouse.access.Capability;

/** What can be asked for. */
public enum RequestKind {
    MERCHANT_BINDING("MB", "merchant-binding", Capability.MERCHANT_DECIDE),
    ENABLEMENT("EN", "payment-enablement", Capability.ENABLEMENT_DECIDE),
    CREDENTIALS("CR", "delivery-credentials", Capability.OPERATIONS_RETRY),
    EXEMPTION("EX", "review-exemption", Capability.EXEMPTION_DECIDE),
    REVOCATION("RV", "exemption-revocation", Capability.EXEMPTION_REVOKE),
    RELEASE("RL", "item-release", Capability.ITEM_RELEASE_DECIDE),
    REFUND("RF", "refund", Capability.REFUND_DECIDE),
    UNDELIVERED("UD", "undelivered-item", Capability.UNDELIVERED_RESOLVE);

    private final String prefix;
    private final String process;
    private final Capability decides;

    RequestKind(String prefix, String process, Capability decides) {
        this.prefix = prefix;
        this.process = process;
        this.decides = decides;
    }

    /** How its numbers begin. */
    public String prefix() {
        return prefix;
    }

    /** The process that takes it to its end. */
    public String process() {
        return process;
    }

    /** The right to decide it. */
    public Capability decides() {
        return decides;
    }
}
