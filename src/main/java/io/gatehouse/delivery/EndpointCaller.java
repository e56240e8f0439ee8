package io.gatehouse.delivery;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
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
class EndpointCaller implements AutoCloseable {

    private static final int NAME_THREADS = 16;
    private static final int IO_THREADS = 2;
    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 100;

    private final CloseableHttpAsyncClient client;
    private final CheckedResolver resolver;
    private final DeliverySettings settings;
    private final Clock clock;
    private final ThreadPoolExecutor names;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, EndpointCaller::thread);

    EndpointCaller(CheckedResolver resolver, DeliverySettings settings, Clock clock) {
        this.resolver = resolver;
        this.settings = settings;
        this.clock = clock;
        this.names = new ThreadPoolExecutor(
                NAME_THREADS,
                NAME_THREADS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(2 * settings.inFlight()),
                EndpointCaller::thread);
        names.allowCoreThreadTimeOut(true);
        deadlines.setRemoveOnCancelPolicy(true);
        this.client = client(settings, connections(settings, resolver));
        client.start();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "delivery-call");
        thread.setDaemon(true);
        return thread;
    }

    private static AsyncClientConnectionManager connections(DeliverySettings settings, CheckedResolver resolver) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnTotal(settings.inFlight())
                .setMaxConnPerRoute(settings.inFlight())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(Timeout.of(settings.attemptTimeout()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.attemptTimeout()))
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
    }

    private static CloseableHttpAsyncClient client(
            DeliverySettings settings, AsyncClientConnectionManager connections) {
        var whole = Timeout.of(settings.attemptTimeout());
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
                .setUserAgent("Gatehouse")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Never completes exceptionally: what went wrong is in the reply. */
    CompletableFuture<Reply> call(Call call) {
        var underWay = new CallUnderWay(call, client, resolver, clock);
        var deadline =
                deadlines.schedule(underWay::tooLate, settings.attemptTimeout().toMillis(), TimeUnit.MILLISECONDS);
        underWay.reply().whenComplete((reply, failure) -> deadline.cancel(false));
        if (resolver.knows(call.url().host())) {
            underWay.begin();
        } else {
            lookUpFirst(underWay);
        }
        return underWay.reply();
    }

    /** Names are looked up on threads of their own: a slow name server holds up nobody else's call. */
    private void lookUpFirst(CallUnderWay underWay) {
        try {
            names.execute(underWay::begin);
        } catch (RejectedExecutionException e) {
            underWay.tooLate();
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        names.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
