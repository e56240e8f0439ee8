package io.gatehouse.outbound;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.nio.DefaultAsyncClientConnectionOperator;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionOperator;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Connections that tell the stopwatch of the call they are opened for how they come along. */
class TimedConnections extends PoolingAsyncClientConnectionManagerBuilder {

    @Override
    protected AsyncClientConnectionOperator createConnectionOperator(
            TlsStrategy tls, SchemePortResolver ports, DnsResolver names) {
        return new Operator(tls, ports, names);
    }

    private static class Operator extends DefaultAsyncClientConnectionOperator {

        Operator(TlsStrategy tls, SchemePortResolver ports, DnsResolver names) {
            super(
                    RegistryBuilder.<TlsStrategy>create()
                            .register(URIScheme.HTTPS.getId(), tls)
                            .build(),
                    ports,
                    names);
        }

        @Override
        protected void onBeforeSocketConnect(HttpContext context, HttpHost host) {
            var stopwatch = Stopwatch.of(context);
            if (stopwatch != null) {
                stopwatch.connecting();
            }
        }

        @Override
        protected void onAfterSocketConnect(HttpContext context, HttpHost host) {
            var stopwatch = Stopwatch.of(context);
            if (stopwatch != null) {
                stopwatch.connected();
            }
        }

        @Override
        protected void onBeforeTlsHandshake(HttpContext context, HttpHost host) {
            var stopwatch = Stopwatch.of(context);
            if (stopwatch != null) {
                stopwatch.handshaking();
            }
        }

        @Override
        protected void onAfterTlsHandshake(HttpContext context, HttpHost host) {
            var stopwatch = Stopwatch.of(context);
            if (stopwatch != null) {
                stopwatch.secured();
            }
        }
    }
}
