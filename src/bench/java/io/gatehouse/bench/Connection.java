package io.gatehouse.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** A connection to a contestant, opened again when the other side has had enough requests on it. */
final class Connection implements AutoCloseable {

    private static final int LONGEST_ANSWER_MILLIS = 60_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    Connection(int port) throws IOException {
        this.port = port;
        socket = connect(port);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LONGEST_ANSWER_MILLIS);
        return socket;
    }

    /** @return the status of the answer */
    int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var answer = Answer.read(in);
        if (answer.last()) {
            socket.close();
            socket = connect(port);
            in = new BufferedInputStream(socket.getInputStream());
        }
        return answer.status();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
