package io.gatehouse.outbound;

import java.net.UnknownHostException;

/** A name that resolves, perhaps among others, to an address that must not be connected to. */
class AddressRefused extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    private final String address;
    private final AddressKind kind;

    AddressRefused(String host, String address, AddressKind kind) {
        super("%s resolves to %s (%s)".formatted(host, address, kind.key()));
        this.address = address;
        this.kind = kind;
    }

    String address() {
        return address;
    }

    AddressKind kind() {
        return kind;
    }
}
