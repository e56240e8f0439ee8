package io.gatehouse.delivery;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.jspecify.annotations.Nullable;

/** One call: looked up, connected, sent, read; whichever end comes first is its reply. */
class CallUnderWay implements FutureCallback<Boolean> {

    private static final ContentType JSON = ContentType.parse("application/json; charset=utf-8");

    private final Call call;
    private final CloseableHttpAsyncClient client;
    private final CheckedResolver resolver;
    private final Instant at;
    private final long started = System.nanoTime();
    private final HttpClientContext context = HttpClientContext.create();
    private final ReplyReader reader = new ReplyReader();
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private @Nullable Future<Boolean> exchange;

    CallUnderWay(Call call, CloseableHttpAsyncClient client, CheckedResolver resolver, Clock clock) {
        this.call = call;
        this.client = client;
        this.resolver = resolver;
        this.at = clock.instant();
    }

    CompletableFuture<Reply> reply() {
        return reply;
    }

    void begin() {
        try {
            resolver.resolve(call.url().host());
        } catch (UnknownHostException e) {
            failed(e);
            return;
        }
        if (!reply.isDone()) {
            start();
        }
    }

    private void start() {
        var started = client.execute(request(), reader, null, context, this);
        synchronized (this) {
            exchange = started;
        }
        if (reply.isDone()) {
            started.cancel(true);
        }
    }

    private AsyncRequestProducer request() {
        var request = AsyncRequestBuilder.post(call.url().uri()).setEntity(call.body(), JSON);
        call.headers().forEach(request::addHeader);
        return request.build();
    }

    /** The attempt's time is over: it ends here, in whatever state it is. */
    void tooLate() {
        end(Verdict.of(Diagnosis.TIMEOUT));
        Future<Boolean> running;
        synchronized (this) {
            running = exchange;
        }
        if (running != null) {
            running.cancel(true);
        }
    }

    @Override
    public void completed(Boolean whole) {
        end(null);
    }

    @Override
    public void failed(Exception cause) {
        end(Failures.verdict(cause, reader.status()));
    }

    @Override
    public void cancelled() {
        end(Verdict.of(Diagnosis.TIMEOUT));
    }

    private void end(@Nullable Verdict failure) {
        if (!reply.isDone()) {
            var took = Duration.ofNanos(System.nanoTime() - started);
            reply.complete(new Reply(at, took, address(), reader.status(), reader.headers(), reader.body(), failure));
        }
    }

    private @Nullable String address() {
        var details = context.getEndpointDetails();
        return details != null && details.getRemoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : null;
    }
}
