package io.gatehouse.access;

import java.util.Arrays;

/** A right of the permission matrix ({@code permissions.csv}); start-up refuses a matrix that names others than these. */
public enum Capability {
    MERCHANT_VIEW("merchant.view"),
    MERCHANT_BIND("merchant.bind"),
    MERCHANT_DECIDE("merchant.decide"),
    MERCHANT_MANAGE("merchant.manage"),
    ENABLEMENT_VIEW("enablement.view"),
    ENABLEMENT_REQUEST("enablement.request"),
    ENABLEMENT_DECIDE("enablement.decide"),
    ENABLEMENT_DISABLE("enablement.disable"),
    DELIVERY_CONFIG_VIEW("delivery-config.view"),
    DELIVERY_CONFIG_EDIT("delivery-config.edit"),
    CREDENTIALS_REQUEST("credentials.request"),
    EXEMPTION_VIEW("exemption.view"),
    EXEMPTION_REQUEST("exemption.request"),
    EXEMPTION_DECIDE("exemption.decide"),
    EXEMPTION_REVOKE("exemption.revoke"),
    ITEM_VIEW("item.view"),
    ITEM_TEMPLATE("item.template"),
    ITEM_EDIT("item.edit"),
    ITEM_RELEASE("item.release"),
    ITEM_RELEASE_DECIDE("item.release.decide"),
    ITEM_REMOVE("item.remove"),
    ITEM_TAKEDOWN("item.takedown"),
    ITEM_NOTIFY_SWITCH("item.notify-switch"),
    ORDER_VIEW("order.view"),
    ORDER_EXPORT("order.export"),
    ORDER_RESEND("order.resend"),
    AFTERSALES_VIEW("aftersales.view"),
    AFTERSALES_EXPORT("aftersales.export"),
    REFUND_ANSWER("refund.answer"),
    REFUND_DECIDE("refund.decide"),
    REFUND_PAY("refund.pay"),
    UNDELIVERED_RESOLVE("undelivered.resolve"),
    AUDIT_VIEW("audit.view"),
    AUDIT_EXPORT("audit.export"),
    TEAM_MEMBERS("team.members"),
    PEOPLE_MANAGE("people.manage"),
    OPERATIONS_VIEW("operations.view"),
    OPERATIONS_RETRY("operations.retry");

    private final String key;

    Capability(String key) {
        this.key = key;
    }

    /** The key of the matrix, for example {@code item.release.decide}. */
    public String key() {
        return key;
    }

    static Capability of(String key) {
        return Arrays.stream(values())
                .filter(it -> it.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The matrix names an unknown capability " + key));
    }
}
