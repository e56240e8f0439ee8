package io.gatehouse.outbound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

/** A body that leaves in equal pieces with pauses between them, as over a poor line; no thread waits meanwhile. */
class SlowBody implements AsyncEntityProducer {

    private static final int PIECES = 10;

    private final ByteBuffer body;
    private final int piece;
    private final ContentType type;
    private final long pause;
    private final Executor later;
    private long next = System.nanoTime();

    SlowBody(byte[] body, ContentType type, Duration spread) {
        this.body = ByteBuffer.wrap(body);
        this.type = type;
        this.piece = Math.max(1, (body.length + PIECES - 1) / PIECES);
        this.pause = spread.toNanos() / PIECES;
        this.later = CompletableFuture.delayedExecutor(pause, TimeUnit.NANOSECONDS);
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        if (isPausing()) {
            return;
        }
        next = System.nanoTime() + pause;
        var end = Math.min(body.limit(), body.position() + piece);
        var part = body.slice(body.position(), end - body.position());
        body.position(body.position() + channel.write(part));
        if (body.hasRemaining()) {
            later.execute(channel::requestOutput);
        } else {
            channel.endStream();
        }
    }

    /** Nothing while it pauses, or whoever writes would ask for more without end. */
    @Override
    public int available() {
        return isPausing() ? 0 : body.remaining();
    }

    private boolean isPausing() {
        return System.nanoTime() - next < 0;
    }

    @Override
    public long getContentLength() {
        return body.limit();
    }

    @Override
    public String getContentType() {
        return type.toString();
    }

    @Override
    public @Nullable String getContentEncoding() {
        return null;
    }

    @Override
    public boolean isChunked() {
        return false;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void failed(Exception cause) {
        // the caller's callback is told as well
    }

    @Override
    public void releaseResources() {
        // nothing is held
    }
}
