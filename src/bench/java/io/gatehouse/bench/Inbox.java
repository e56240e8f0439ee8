package io.gatehouse.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** What one connection has sent so far. */
final class Inbox {

    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ID = "webhook-id:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PATH = " /e/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ORDER = OrderNumber.PREFIX.getBytes(StandardCharsets.US_ASCII);

    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024);
    private int body;
    private int end;

    /** False once the other side has hung up. */
    boolean readFrom(SocketChannel channel) throws IOException {
        return channel.read(bytes) >= 0;
    }

    boolean isWhole() {
        var head = find(END, 0);
        if (head < 0) {
            return false;
        }
        var length = find(LENGTH, 0);
        body = head + END.length;
        end = body + (length < 0 || length > head ? 0 : decimal(length + LENGTH.length));
        return bytes.position() >= end;
    }

    int endpoint() {
        var path = find(PATH, 0);
        return path < 0 ? 0 : decimal(path + PATH.length);
    }

    /** Zero if it tells of none, as a test notification. */
    int order() {
        var order = find(ORDER, body);
        return order < 0 ? 0 : decimal(order + ORDER.length);
    }

    /** The same for the same id, if it has one, and the same body. */
    long print() {
        var id = find(ID, 0);
        return id < 0 || id > body ? checksum(body, end) : checksum(id, lineEnd(id)) << 32 | checksum(body, end);
    }

    private int lineEnd(int from) {
        var position = from;
        while (bytes.get(position) != '\r') {
            position++;
        }
        return position;
    }

    private long checksum(int from, int to) {
        var checksum = new CRC32C();
        checksum.update(bytes.array(), from, to - from);
        return checksum.getValue();
    }

    void next() {
        bytes.flip().position(end);
        bytes.compact();
    }

    private int find(byte[] wanted, int from) {
        var array = bytes.array();
        for (var start = from; start <= bytes.position() - wanted.length; start++) {
            var matched = 0;
            while (matched < wanted.length && same(array[start + matched], wanted[matched])) {
                matched++;
            }
            if (matched == wanted.length) {
                return start;
            }
        }
        return -1;
    }

    private static boolean same(byte found, byte wanted) {
        return found == wanted || found >= 'A' && found <= 'Z' && found + 32 == wanted;
    }

    private int decimal(int from) {
        var array = bytes.array();
        var position = from;
        while (array[position] == ' ') {
            position++;
        }
        var number = 0;
        while (array[position] >= '0' && array[position] <= '9') {
            number = number * 10 + array[position] - '0';
            position++;
        }
        return number;
    }
}
