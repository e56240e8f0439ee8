package io.gatehouse.serverapi;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;

/** Where machines come in. What is wrong is said at each in the words its callers know, whatever it is that is wrong. */
enum Door {
    SUPERAPP("/payment/", ErrCode.PARAMETER),
    ORDERS("/xpay/", ErrCode.PARAMETER),
    GAMES("/wxa/", ErrCode.GAME_PARAMETER),
    PURCHASES("/openserver/", ErrCode.PURCHASE_TYPE),
    TOKENS("/cgi-bin/", ErrCode.MALFORMED),
    SESSIONS("/sns/", ErrCode.MALFORMED);

    private final String path;
    private final ErrCode unreadable;

    Door(String path, ErrCode unreadable) {
        this.path = path;
        this.unreadable = unreadable;
    }

    /** What stands before all addresses behind it. */
    String path() {
        return path;
    }

    /** Empty for what people call. */
    static Optional<Door> of(HttpServletRequest request) {
        return of(request.getRequestURI().substring(request.getContextPath().length()));
    }

    static Optional<Door> of(String path) {
        return Stream.of(values()).filter(it -> path.startsWith(it.path)).findFirst();
    }

    /** The one that was meant by an address that is not written as it should be. */
    static Optional<Door> ofWritten(String address) {
        return of(address.replaceAll("(?i)%2f", "/").replaceAll("/{2,}", "/"));
    }

    /** Of a request that has come in at one of them. */
    static Door entered(HttpServletRequest request) {
        return of(request).orElse(ORDERS);
    }

    /** A body of which nothing can be understood. */
    Map<String, Object> unreadable(HttpStatus status, String sentence) {
        return says(status, unreadable, sentence);
    }

    /** @param code what the superapp, which knows statuses only, is not told */
    Map<String, Object> says(HttpStatus status, ErrCode code, String sentence) {
        return this == SUPERAPP
                ? Envelope.refused(status, sentence)
                : code.because("%s", sentence).answer();
    }

    Map<String, Object> busy() {
        return says(HttpStatus.SERVICE_UNAVAILABLE, ErrCode.SYSTEM, "busy, try again");
    }
}
