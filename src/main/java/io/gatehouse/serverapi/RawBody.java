package io.gatehouse.serverapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The body of a request, exactly as it was signed, and no longer than a machine has reason to send. */
final class RawBody {

    private static final int LONGEST = 256 * 1024;
    private static final char REPLACEMENT = '\ufffd';

    private RawBody() {}

    /** @throws Unusable beyond 256 KiB (the rest is not read), packed, or in another encoding than UTF-8 */
    static String of(HttpServletRequest request) throws IOException {
        var packing = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (packing != null && !packing.strip().equalsIgnoreCase("identity")) {
            throw new Unusable(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "the body is packed (Content-Encoding), send it as plain JSON: what is signed are the bytes sent");
        }
        if (request.getContentLengthLong() > LONGEST) {
            throw tooLong();
        }
        var bytes = request.getInputStream().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw tooLong();
        }
        return text(bytes);
    }

    /** What is no UTF-8 would be signed as something else than was sent, and be blamed on the signature. */
    private static String text(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
            throw new Unusable(HttpStatus.BAD_REQUEST, "the body is not UTF-8, send JSON in UTF-8");
        }
        return text;
    }

    private static Unusable tooLong() {
        return new Unusable(HttpStatus.PAYLOAD_TOO_LARGE, "the body is longer than 256 KiB, send less at once");
    }

    /** A body that cannot be read at all, whoever sent it. */
    static class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final HttpStatus status;

        Unusable(HttpStatus status, String sentence) {
            super(sentence);
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
