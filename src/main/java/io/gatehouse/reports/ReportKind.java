package io.gatehouse.reports;

import io.gatehouse.access.Capability;

/** What can be exported. */
public enum ReportKind {
    ORDERS("orders", Capability.ORDER_EXPORT),
    AFTER_SALES("after-sales", Capability.AFTERSALES_EXPORT);

    private final String key;
    private final Capability capability;

    ReportKind(String key, Capability capability) {
        this.key = key;
        this.capability = capability;
    }

    /** In file names, message keys and the address of its page: {@code after-sales}. */
    public String key() {
        return key;
    }

    /** The right to export it. */
    public Capability capability() {
        return capability;
    }
}
