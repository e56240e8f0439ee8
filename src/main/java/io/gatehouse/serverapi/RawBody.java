package io.gatehouse.serverapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;

/** The body of a request, exactly as it was signed, and no longer than a machine has reason to send. */
final class RawBody {

    private static final int LONGEST = 256 * 1024;

    private RawBody() {}

    /** @throws TooLong beyond 256 KiB; the rest is not read */
    static String of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LONGEST) {
            throw new TooLong();
        }
        var bytes = request.getInputStream().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new TooLong();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Answered as 413. */
    static class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
