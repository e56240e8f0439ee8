package io.gatehouse.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a host at the moment of connecting and refuses it whole if any of its addresses is not globally reachable
 * unicast. What it hands out is what is connected to; nothing resolves the name a second time.
 */
class CheckedResolver {

    /** How long a new call may go by what was found. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** Long enough that the longest attempt connects to what was looked up for it. */
    private static final Duration KEPT = Duration.ofSeconds(25);

    private static final int MOST_NAMES = 10_000;

    private final NameLookup names;
    private final boolean loopbackAllowed;
    private final Clock clock;
    private final Map<String, Found> found = new ConcurrentHashMap<>();

    CheckedResolver(NameLookup names, boolean loopbackAllowed, Clock clock) {
        this.names = names;
        this.loopbackAllowed = loopbackAllowed;
        this.clock = clock;
    }

    /** @throws AddressRefused if one of the addresses is not public; @throws UnknownHostException if there is none */
    InetAddress[] resolve(String host) throws UnknownHostException {
        var known = found.get(host);
        var now = clock.instant();
        if (known != null && known.isYoungerThan(FRESH, now)) {
            return known.checked();
        }
        return lookUp(host).checked();
    }

    /** Whether {@link #resolve} would answer without asking anybody. */
    boolean knows(String host) {
        var known = found.get(host);
        return known != null && known.isYoungerThan(FRESH, clock.instant());
    }

    /**
     * For the client, which asks once more when it connects: it gets what was found for the call, and is never made to
     * wait for a name server on the thread that serves all connections.
     */
    DnsResolver forConnecting() {
        return new DnsResolver() {

            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                var known = found.get(host);
                return known != null && known.isYoungerThan(KEPT, clock.instant())
                        ? known.checked()
                        : CheckedResolver.this.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private Found lookUp(String host) throws UnknownHostException {
        var now = clock.instant();
        if (found.size() >= MOST_NAMES) {
            found.values().removeIf(it -> !it.isYoungerThan(KEPT, now));
        }
        Found result;
        try {
            result = new Found(check(host), null, clock.instant());
        } catch (UnknownHostException e) {
            result = new Found(new InetAddress[0], e, clock.instant());
        }
        found.put(host, result);
        return result;
    }

    private InetAddress[] check(String host) throws UnknownHostException {
        var addresses = names.addresses(host);
        if (addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        for (var address : addresses) {
            var kind = kind(host, address);
            if (kind != AddressKind.PUBLIC && !(loopbackAllowed && kind == AddressKind.LOOPBACK)) {
                throw new AddressRefused(host, address.getHostAddress(), kind);
            }
        }
        return addresses.clone();
    }

    /** Java turns {@code ::ffff:a.b.c.d} into the IPv4 address inside it; only the spelling still tells. */
    private static AddressKind kind(String host, InetAddress address) {
        return host.contains(":") && address instanceof Inet4Address
                ? AddressKind.IPV4_MAPPED
                : AddressTable.kind(address);
    }

    private record Found(InetAddress[] addresses, @Nullable UnknownHostException refusal, Instant at) {

        boolean isYoungerThan(Duration age, Instant now) {
            return now.isBefore(at.plus(age)) && !now.isBefore(at);
        }

        InetAddress[] checked() throws UnknownHostException {
            if (refusal != null) {
                throw refusal;
            }
            return addresses.clone();
        }
    }
}
