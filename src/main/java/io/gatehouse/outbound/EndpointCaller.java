package io.gatehouse.outbound;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls an endpoint once, without holding a thread while it waits: HTTP/1.1, no redirects, no proxy, no cookies, no
 * repeats of its own, and an end after the attempt's time whatever the other side does.
 */
public class EndpointCaller implements AutoCloseable {

    private static final int IO_THREADS = 2;
    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 100;

    private final CloseableHttpAsyncClient client;
    private final CheckedResolver resolver;
    private final Limits limits;
    private final Clock clock;
    private final LookUps names;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, EndpointCaller::thread);

    EndpointCaller(CheckedResolver resolver, Limits limits, Duration connectTimeout, SSLContext trust, Clock clock) {
        this.resolver = resolver;
        this.limits = limits;
        this.clock = clock;
        this.names = new LookUps(resolver, EndpointCaller::thread);
        deadlines.setRemoveOnCancelPolicy(true);
        this.client = client(limits, connections(limits, connectTimeout, trust, resolver));
        client.start();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "outbound-call");
        thread.setDaemon(true);
        return thread;
    }

    private static AsyncClientConnectionManager connections(
            Limits limits, Duration connectTimeout, SSLContext trust, CheckedResolver resolver) {
        return new TimedConnections()
                .setDnsResolver(resolver.forConnecting())
                .setTlsStrategy(tls(trust))
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnTotal(limits.inFlight())
                .setMaxConnPerRoute(limits.inFlight())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(Timeout.of(limits.attempt()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connectTimeout))
                        .setSocketTimeout(Timeout.of(limits.attempt()))
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
    }

    /** The builder's own choice leaves the name to the TLS engine, which this version of the library never tells it. */
    private static TlsStrategy tls(SSLContext trust) {
        return ClientTlsStrategyBuilder.create()
                .setSslContext(trust)
                .setHostVerificationPolicy(HostnameVerificationPolicy.BOTH)
                .setHostnameVerifier(HttpsSupport.getDefaultHostnameVerifier())
                .buildAsync();
    }

    private static CloseableHttpAsyncClient client(Limits limits, AsyncClientConnectionManager connections) {
        var whole = Timeout.of(limits.attempt());
        return HttpAsyncClients.custom()
                .setConnectionManager(connections)
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(IO_THREADS)
                        .setSoTimeout(whole)
                        .setTcpNoDelay(true)
                        .build())
                .setHttp1Config(Http1Config.custom()
                        .setMaxHeaderCount(MOST_HEADERS)
                        .setMaxLineLength(LONGEST_LINE)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(whole)
                        .setResponseTimeout(whole)
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .setExpectContinueEnabled(false)
                        .build())
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "stopwatch", EndpointCaller::sending)
                .setUserAgent("Gatehouse")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static void sending(
            HttpRequest request,
            AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        var stopwatch = Stopwatch.of(scope.clientContext);
        if (stopwatch != null) {
            stopwatch.sending();
        }
        chain.proceed(request, body, scope, callback);
    }

    /** Never completes exceptionally: what went wrong is in the reply. */
    public CompletableFuture<Reply> call(Call call) {
        var underWay = new CallUnderWay(call, client, resolver, clock);
        var deadline = deadlines.schedule(underWay::tooLate, limits.attempt().toMillis(), TimeUnit.MILLISECONDS);
        underWay.reply().whenComplete((reply, failure) -> deadline.cancel(false));
        if (resolver.knows(call.url().host())) {
            underWay.begin();
        } else {
            underWay.waitForName();
            names.then(call.url().host(), underWay::begin);
        }
        return underWay.reply();
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        names.close();
        client.close(CloseMode.IMMEDIATE);
    }
}
