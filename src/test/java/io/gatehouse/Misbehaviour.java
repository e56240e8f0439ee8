package io.gatehouse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/** What a receiver can do to whoever calls it. */
public enum Misbehaviour implements RawServer.Behaviour {
    HANGS((request, out, socket) -> RawServer.hang(socket)),
    DRIPS_ITS_HEADERS((request, out, socket) -> drip(out, Start.OF_REPLY.repeat(50))),
    DRIPS_ITS_BODY(Misbehaviour::slowBody),
    CONTINUES_FOR_EVER((request, out, socket) -> forever(out, "HTTP/1.1 100 Continue\r\n\r\n")),
    HINTS_FOR_EVER((request, out, socket) -> forever(out, "HTTP/1.1 103 Early Hints\r\n\r\n")),
    SENDS_CHUNKS_FOR_EVER(Misbehaviour::endlessChunks),
    ANNOUNCES_TEN_GIGABYTES(Misbehaviour::tenGigabytes),
    SENDS_HEADERS_FOR_EVER(Misbehaviour::endlessHeaders),
    HAS_A_STATUS_LINE_WITHOUT_END(Misbehaviour::endlessStatusLine),
    HANGS_UP((request, out, socket) -> socket.close()),
    RESETS(Misbehaviour::reset),
    HANGS_UP_IN_ITS_BODY(Misbehaviour::halfBody),
    SPEAKS_SSH((request, out, socket) -> forever(out, "SSH-2.0-OpenSSH_9.6\r\n")),
    ANNOUNCES_MORE_THAN_IT_SENDS(Misbehaviour::lyingLength),
    ANNOUNCES_LESS_THAN_NOTHING((request, out, socket) -> answer(out, "Content-Length: -5\r\n")),
    ANNOUNCES_A_LENGTH_THAT_IS_NONE((request, out, socket) -> answer(out, "Content-Length: many\r\n")),
    SENDS_CHUNKS_OF_NO_SIZE((request, out, socket) -> answer(out, "Transfer-Encoding: chunked\r\n\r\nxyz")),
    INFLATES_TO_A_GIGABYTE(Misbehaviour::bombInChunks),
    SWITCHES_THE_PROTOCOL(Misbehaviour::switching);

    private static final class Start {

        static final String OF_REPLY = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    }

    private final RawServer.Behaviour behaviour;

    Misbehaviour(RawServer.Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    @Override
    public void answer(RawServer.Request request, OutputStream out, Socket socket)
            throws IOException, InterruptedException {
        behaviour.answer(request, out, socket);
    }

    private static void pause(int millis) throws InterruptedException {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static void drip(OutputStream out, String text) throws IOException, InterruptedException {
        for (var character : text.toCharArray()) {
            out.write(character);
            out.flush();
            pause(50);
        }
    }

    private static void forever(OutputStream out, String text) throws IOException, InterruptedException {
        while (true) {
            RawServer.write(out, text);
            pause(5);
        }
    }

    private static void slowBody(RawServer.Request request, OutputStream out, Socket socket)
            throws IOException, InterruptedException {
        RawServer.write(out, Start.OF_REPLY + "Content-Length: 5000\r\n\r\n");
        drip(out, "x".repeat(5000));
    }

    private static void endlessChunks(RawServer.Request request, OutputStream out, Socket socket) throws IOException {
        RawServer.write(out, Start.OF_REPLY + "Transfer-Encoding: chunked\r\n\r\n");
        while (true) {
            RawServer.write(out, "1000\r\n" + "x".repeat(4096) + "\r\n");
        }
    }

    private static void tenGigabytes(RawServer.Request request, OutputStream out, Socket socket) throws IOException {
        RawServer.write(out, Start.OF_REPLY + "Content-Length: 10737418240\r\n\r\n");
        while (true) {
            RawServer.write(out, "x".repeat(65536));
        }
    }

    private static void endlessHeaders(RawServer.Request request, OutputStream out, Socket socket) throws IOException {
        RawServer.write(out, "HTTP/1.1 200 OK\r\n");
        while (true) {
            RawServer.write(out, "X-More: " + "x".repeat(1000) + "\r\n");
        }
    }

    private static void endlessStatusLine(RawServer.Request request, OutputStream out, Socket socket)
            throws IOException {
        RawServer.write(out, "HTTP/1.1 200 ");
        while (true) {
            RawServer.write(out, "x".repeat(4096));
        }
    }

    private static void lyingLength(RawServer.Request request, OutputStream out, Socket socket) throws IOException {
        RawServer.write(out, Start.OF_REPLY + "Content-Length: 5000\r\n\r\n{\"returnCode\":\"0\"}");
        RawServer.hang(socket);
    }

    private static void answer(OutputStream out, String head) throws IOException {
        RawServer.write(out, "HTTP/1.1 200 OK\r\n" + head + "\r\n{\"returnCode\":\"0\"}\r\n\r\n");
    }

    private static void bombInChunks(RawServer.Request request, OutputStream out, Socket socket) throws IOException {
        RawServer.write(out, Start.OF_REPLY + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n");
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[10_000_000]);
        }
        while (true) {
            RawServer.write(out, "%x\r\n".formatted(bytes.size()));
            out.write(bytes.toByteArray());
            RawServer.write(out, "\r\n");
        }
    }

    private static void switching(RawServer.Request request, OutputStream out, Socket socket) throws IOException {
        RawServer.write(out, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n");
        RawServer.hang(socket);
    }

    private static void halfBody(RawServer.Request request, OutputStream out, Socket socket) throws IOException {
        RawServer.write(out, Start.OF_REPLY + "Content-Length: 5000\r\n\r\n{\"returnCode\":\"0\"}");
        socket.close();
    }

    private static void reset(RawServer.Request request, OutputStream out, Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
