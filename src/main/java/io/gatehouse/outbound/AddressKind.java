package io.gatehouse.outbound;

import java.util.Locale;

/** What kind of address one is; only {@link #PUBLIC} ones are ever connected to. */
enum AddressKind {
    PUBLIC,
    UNSPECIFIED,
    LOOPBACK,
    PRIVATE,
    LINK_LOCAL,
    METADATA,
    CARRIER_NAT,
    MULTICAST,
    BROADCAST,
    DOCUMENTATION,
    BENCHMARK,
    RESERVED,
    SIX_TO_FOUR,
    TEREDO,
    NAT64,
    IPV4_MAPPED,
    UNIQUE_LOCAL,
    SITE_LOCAL,
    TUNNEL;

    /** The key of its sentence in the bundles, for example {@code link-local}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
