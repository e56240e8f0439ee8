package io.gatehouse.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Reads a reply as it is, never decompressing it, and stops at its limit. */
class ReplyReader implements AsyncResponseConsumer<Boolean> {

    private static final int LONGEST_HEADER = 1000;

    private final int most;
    private final Stopwatch stopwatch;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(256);
    private final Map<String, String> headers = new LinkedHashMap<>();
    private volatile int status;
    private @Nullable FutureCallback<Boolean> whole;

    ReplyReader(int most, Stopwatch stopwatch) {
        this.most = most;
        this.stopwatch = stopwatch;
    }

    @Override
    public synchronized void consumeResponse(
            HttpResponse response,
            @Nullable EntityDetails entity,
            HttpContext context,
            FutureCallback<Boolean> callback) {
        stopwatch.answered();
        for (var header : response.getHeaders()) {
            keep(header);
        }
        status = response.getCode();
        if (entity == null) {
            callback.completed(true);
        } else {
            whole = callback;
        }
    }

    private void keep(Header header) {
        var value = header.getValue() == null ? "" : header.getValue();
        headers.putIfAbsent(
                header.getName().toLowerCase(Locale.ROOT),
                value.length() <= LONGEST_HEADER ? value : value.substring(0, LONGEST_HEADER));
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // 100 and its like say nothing about the outcome
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(most);
    }

    @Override
    public synchronized void consume(ByteBuffer source) throws IOException {
        var bytes = new byte[Math.min(source.remaining(), most - body.size())];
        var tooLong = source.remaining() > bytes.length;
        source.get(bytes);
        body.writeBytes(bytes);
        if (tooLong) {
            throw new TooLong();
        }
    }

    @Override
    public synchronized void streamEnd(List<? extends Header> trailers) {
        if (whole != null) {
            whole.completed(true);
        }
    }

    @Override
    public void failed(Exception cause) {
        // the caller's callback is told as well
    }

    @Override
    public void releaseResources() {
        // nothing is held
    }

    int status() {
        return status;
    }

    synchronized Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    synchronized byte[] body() {
        return body.toByteArray();
    }

    /** There is more than a reply may have. */
    static class TooLong extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
