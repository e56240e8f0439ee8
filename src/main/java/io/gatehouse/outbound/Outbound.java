package io.gatehouse.outbound;

import java.net.UnknownHostException;
import java.time.Clock;

import javax.net.ssl.SSLContext;

import org.springframework.stereotype.Service;

import io.gatehouse.core.InvalidValue;

/** The only way out to an address that somebody typed: reads it, looks at where it leads, and makes callers for it. */
@Service
public class Outbound {

    private final CheckedResolver resolver;
    private final OutboundSettings settings;
    private final SSLContext trust;
    private final Clock clock;

    Outbound(CheckedResolver resolver, OutboundSettings settings, SSLContext trust, Clock clock) {
        this.resolver = resolver;
        this.settings = settings;
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * Reads what somebody typed.
     *
     * @param field the form or API field, named in the refusal
     * @throws InvalidValue naming the rule that is broken
     */
    public EndpointUrl url(String field, String typed) {
        return EndpointUrl.parse(field, typed, settings.allowLoopback());
    }

    /**
     * Looks at where an address leads today. A name that does not resolve today may do so tomorrow: what counts is the
     * check at each connection.
     *
     * @throws InvalidValue naming the first address that is not public
     */
    public void requirePublic(String field, EndpointUrl url) {
        try {
            resolver.resolve(url.host());
        } catch (AddressRefused e) {
            throw new InvalidValue(field, "outbound.url.address." + e.kind().key(), url.host(), e.address());
        } catch (UnknownHostException e) {
            return;
        }
    }

    /** A caller with connections of its own, so that those who call much hold up nobody else. */
    public EndpointCaller caller(Limits limits) {
        return new EndpointCaller(resolver, limits, settings.connectTimeout(), trust, clock);
    }
}
