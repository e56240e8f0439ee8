package io.gatehouse.access.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.session.web.http.DefaultCookieSerializer;

import io.gatehouse.core.Safe;

/**
 * The cookie of a sign-in is the session's id and a mark that only we can make. The ids stand in the database; whoever
 * has but a copy of it is nobody's session.
 */
class MarkedCookies extends DefaultCookieSerializer {

    private static final String PURPOSE = "sign-in cookie";
    private static final char BETWEEN = '.';

    private final Safe safe;

    MarkedCookies(Safe safe) {
        this.safe = safe;
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return super.readCookieValues(request).stream()
                .map(this::session)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void writeCookieValue(CookieValue cookie) {
        var session = cookie.getCookieValue();
        // an empty one takes the cookie away
        var value = session.isEmpty() ? session : marked(session);
        super.writeCookieValue(new CookieValue(cookie.getRequest(), cookie.getResponse(), value));
    }

    private Optional<String> session(String value) {
        var end = value.indexOf(BETWEEN);
        return end < 0
                ? Optional.empty()
                : Optional.of(value.substring(0, end)).filter(it -> isSame(marked(it), value));
    }

    private String marked(String session) {
        return session + BETWEEN + safe.mark(session, PURPOSE);
    }

    private static boolean isSame(String ours, String theirs) {
        return MessageDigest.isEqual(ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
    }
}
