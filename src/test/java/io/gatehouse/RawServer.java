package io.gatehouse;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A receiver that misbehaves as it is told, byte by byte, and keeps what it was sent. */
public class RawServer implements AutoCloseable {

    /** What it does once it has read a request. */
    @FunctionalInterface
    public interface Behaviour {

        void answer(Request request, OutputStream out, Socket socket) throws IOException, InterruptedException;
    }

    public record Request(String head, String body) {

        public String header(String name) {
            return head.lines()
                    .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(it -> it.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    public static final Behaviour SUCCESS = (request, out, socket) -> ok(out, "{\"returnCode\":\"0\",\"data\":\"ok\"}");

    private final ServerSocket listener;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Behaviour behaviour;

    public RawServer(Behaviour behaviour) {
        this(behaviour, ServerSocketFactory.getDefault(), "http");
    }

    /** One that speaks TLS. */
    public RawServer(Behaviour behaviour, SSLContext identity) {
        this(behaviour, identity.getServerSocketFactory(), "https");
    }

    private RawServer(Behaviour behaviour, ServerSocketFactory sockets, String scheme) {
        this.behaviour = behaviour;
        this.scheme = scheme;
        try {
            listener = sockets.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    public static void ok(OutputStream out, String body) throws IOException {
        status(out, "200 OK", "Content-Type: application/json\r\n", body);
    }

    public static void status(OutputStream out, String status, String headers, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        write(out, "HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n".formatted(status, headers, bytes.length));
        out.write(bytes);
        out.flush();
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Keeps doing nothing until the other side has had enough. */
    public static void hang(Socket socket) throws IOException {
        while (socket.getInputStream().read() != -1) {
            // whatever still comes
        }
    }

    private void listen() {
        try {
            while (true) {
                var socket = listener.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                var request = read(in);
                requests.add(request);
                behaviour.answer(request, socket.getOutputStream(), socket);
            }
        } catch (IOException e) {
            // the client went away
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(BufferedInputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next == -1) {
                throw new IOException("gone");
            }
            head.write(next);
        }
        var request = new Request(head.toString(StandardCharsets.ISO_8859_1), "");
        var length = request.header("content-length");
        var body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
        return new Request(request.head(), new String(body, StandardCharsets.UTF_8));
    }

    public void behave(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    public List<Request> requests() {
        return requests;
    }

    public int connections() {
        return connections.get();
    }

    public int port() {
        return listener.getLocalPort();
    }

    public String url() {
        return "%s://127.0.0.1:%d/gh/deliver".formatted(scheme, port());
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (var socket : sockets) {
                socket.close();
            }
            threads.shutdownNow();
            threads.awaitTermination(1, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
