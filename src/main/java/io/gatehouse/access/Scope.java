package io.gatehouse.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.gatehouse.core.InvalidValue;

/** What an API token may be used for: a part of its person's rights, never more than these. */
public enum Scope {
    MERCHANT_READ("merchant:read", Capability.MERCHANT_VIEW),
    MERCHANT_WRITE("merchant:write", Capability.MERCHANT_BIND, Capability.MERCHANT_MANAGE),
    ENABLEMENT_READ("enablement:read", Capability.ENABLEMENT_VIEW),
    ENABLEMENT_WRITE("enablement:write", Capability.ENABLEMENT_REQUEST, Capability.ENABLEMENT_DISABLE),
    CONFIGURATION_READ("configuration:read", Capability.DELIVERY_CONFIG_VIEW),
    CONFIGURATION_WRITE("configuration:write", Capability.DELIVERY_CONFIG_EDIT, Capability.ITEM_NOTIFY_SWITCH),
    CREDENTIALS_WRITE("credentials:write", Capability.CREDENTIALS_REQUEST),
    EXEMPTION_READ("exemption:read", Capability.EXEMPTION_VIEW),
    EXEMPTION_WRITE("exemption:write", Capability.EXEMPTION_REQUEST, Capability.EXEMPTION_REVOKE),
    ITEMS_READ("items:read", Capability.ITEM_VIEW),
    ITEMS_WRITE("items:write", Capability.ITEM_EDIT, Capability.ITEM_REMOVE, Capability.ITEM_TAKEDOWN),
    ITEMS_RELEASE("items:release", Capability.ITEM_RELEASE),
    ORDERS_READ("orders:read", Capability.ORDER_VIEW),
    ORDERS_WRITE("orders:write", Capability.ORDER_RESEND, Capability.UNDELIVERED_RESOLVE),
    REFUNDS_READ("refunds:read", Capability.AFTERSALES_VIEW),
    REFUNDS_WRITE("refunds:write", Capability.REFUND_ANSWER, Capability.REFUND_DECIDE, Capability.REFUND_PAY);

    private final String key;
    private final Set<Capability> rights;

    Scope(String key, Capability... rights) {
        this.key = key;
        this.rights = Set.of(rights);
    }

    /** As callers and pages name it, for example {@code items:write}. */
    public String key() {
        return key;
    }

    boolean covers(Capability right) {
        return rights.contains(right);
    }

    /** Whether any of its rights is one of the person's roles. */
    boolean isOfUse(Access access, Person person) {
        return rights.stream()
                .anyMatch(it -> access.explain(person.username(), it).allowed());
    }

    /** The scopes with which a token may use a right. */
    public static List<Scope> covering(Capability right) {
        return Arrays.stream(values()).filter(it -> it.covers(right)).toList();
    }

    /** @throws InvalidValue if there is no such scope */
    public static Scope of(String key) {
        return Arrays.stream(values())
                .filter(it -> it.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("scopes", "token.scope-unknown", key));
    }
}
