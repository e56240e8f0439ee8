package io.gatehouse.outbound;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
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

    private final Call call;
    private final CloseableHttpAsyncClient client;
    private final CheckedResolver resolver;
    private final Instant at;
    private final Stopwatch stopwatch = new Stopwatch();
    private final HttpClientContext context = HttpClientContext.create();
    private final ReplyReader reader;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private volatile @Nullable String lastResort;
    private @Nullable Future<Boolean> exchange;

    CallUnderWay(Call call, CloseableHttpAsyncClient client, CheckedResolver resolver, Clock clock) {
        this.call = call;
        this.client = client;
        this.resolver = resolver;
        this.at = clock.instant();
        this.reader = new ReplyReader(call.most(), stopwatch);
        stopwatch.goWith(context);
    }

    CompletableFuture<Reply> reply() {
        return reply;
    }

    /** Its name is being looked up, which may take as long as a name server likes. */
    void waitForName() {
        stopwatch.looking();
    }

    /** Begins, with a name that is known by now. */
    void begin() {
        try {
            var addresses = resolver.resolve(call.url().host());
            lastResort = addresses[addresses.length - 1].getHostAddress();
        } catch (UnknownHostException e) {
            stopwatch.named();
            failed(e);
            return;
        }
        stopwatch.named();
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
        var request =
                AsyncRequestBuilder.create(call.method()).setUri(call.url().uri());
        call.headers().forEach(request::addHeader);
        var body = call.body();
        if (body == null) {
            return request.build();
        }
        var type = ContentType.parse(call.type());
        return call.spread().isZero()
                ? request.setEntity(body, type).build()
                : request.setEntity(new SlowBody(body, type, call.spread())).build();
    }

    /** The attempt's time is over: it ends here, in whatever state it is. */
    void tooLate() {
        end(Failure.of(stopwatch.heldUpBy()));
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
        end(inItsPhase(Failures.of(cause, reader.status())));
    }

    /** The same exceptions come before and after the request has left. */
    private Failure inItsPhase(Failure failure) {
        return switch (failure.obstacle()) {
            case TIMEOUT -> Failure.of(stopwatch.heldUpBy());
            case TLS -> stopwatch.hasBegunToSend() ? Failure.of(Obstacle.CONNECTION_BROKEN) : failure;
            default -> failure;
        };
    }

    @Override
    public void cancelled() {
        end(Failure.of(stopwatch.heldUpBy()));
    }

    private void end(@Nullable Failure failure) {
        if (!reply.isDone()) {
            reply.complete(new Reply(
                    at,
                    stopwatch.elapsed(),
                    stopwatch.timings(),
                    address(),
                    reader.status(),
                    reader.headers(),
                    reader.body(),
                    failure));
        }
    }

    /** The one connected to; without a connection the one that was tried last, for they are tried in turn. */
    private @Nullable String address() {
        var details = context.getEndpointDetails();
        if (details != null && details.getRemoteAddress() instanceof InetSocketAddress remote) {
            return remote.getAddress().getHostAddress();
        }
        return stopwatch.hasTriedToConnect() ? lastResort : null;
    }
}
