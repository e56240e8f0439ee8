package io.gatehouse.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Just enough of HTTP to know when an answer is over and what it was.
 *
 * @param last whether the server closes the connection after it
 */
record Answer(int status, boolean last) {

    /** Reads one to its end. */
    static Answer read(InputStream in) throws IOException {
        var status = Integer.parseInt(line(in).split(" ")[1]);
        var length = 0;
        var chunked = false;
        var last = false;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (lower.equals("connection: close")) {
                last = true;
            }
        }
        if (chunked) {
            chunks(in);
        } else {
            in.skipNBytes(length);
        }
        return new Answer(status, last);
    }

    private static void chunks(InputStream in) throws IOException {
        for (var size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            in.skipNBytes(size);
            line(in);
        }
        line(in);
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new byte[8 * 1024];
        var length = 0;
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The contestant has closed the connection");
            }
            bytes[length++] = (byte) next;
        }
        return new String(bytes, 0, Math.max(0, length - 1), StandardCharsets.US_ASCII);
    }
}
