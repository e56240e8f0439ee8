package io.gatehouse.serverapi;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;

/** What a machine is told that is asked to come back, in the words it expects. */
final class Busy {

    private static final String SENTENCE = "busy, try again";

    private Busy() {}

    static Map<String, Object> answer(HttpServletRequest request) {
        return isOfSuperapp(request)
                ? Envelope.refused(HttpStatus.SERVICE_UNAVAILABLE, SENTENCE)
                : ErrCode.SYSTEM.because(SENTENCE).answer();
    }

    static boolean isOfSuperapp(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/payment/");
    }
}
