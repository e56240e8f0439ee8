package io.gatehouse.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Turns a host name into its addresses, as the operating system does. */
@FunctionalInterface
interface NameLookup {

    /** @throws UnknownHostException if it has none */
    InetAddress[] addresses(String host) throws UnknownHostException;
}
