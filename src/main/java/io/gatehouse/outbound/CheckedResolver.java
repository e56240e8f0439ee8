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
class CheckedResolver implements DnsResolver {

    /** Long enough that an attempt connects to what was looked up for it, too short to outlive it. */
    private static final Duration KEPT = Duration.ofSeconds(5);

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
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var known = found.get(host);
        var now = clock.instant();
        if (known != null && known.isFresh(now)) {
            return known.checked();
        }
        return lookUp(host, now).checked();
    }

    /** Whether {@link #resolve} would answer without asking anybody. */
    boolean knows(String host) {
        var known = found.get(host);
        return known != null && known.isFresh(clock.instant());
    }

    private Found lookUp(String host, Instant now) throws UnknownHostException {
        if (found.size() >= MOST_NAMES) {
            found.values().removeIf(it -> !it.isFresh(now));
        }
        Found result;
        try {
            result = check(host, now);
        } catch (UnknownHostException e) {
            result = new Found(now, new InetAddress[0], e);
        }
        found.put(host, result);
        return result;
    }

    private Found check(String host, Instant now) throws UnknownHostException {
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
        return new Found(now, addresses.clone(), null);
    }

    /** Java turns {@code ::ffff:a.b.c.d} into the IPv4 address inside it; only the spelling still tells. */
    private static AddressKind kind(String host, InetAddress address) {
        return host.contains(":") && address instanceof Inet4Address
                ? AddressKind.IPV4_MAPPED
                : AddressTable.kind(address);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private record Found(
            Instant at, InetAddress[] addresses, @Nullable UnknownHostException refusal) {

        boolean isFresh(Instant now) {
            return now.isBefore(at.plus(KEPT)) && !now.isBefore(at);
        }

        InetAddress[] checked() throws UnknownHostException {
            if (refusal != null) {
                throw refusal;
            }
            return addresses.clone();
        }
    }
}
