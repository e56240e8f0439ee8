package io.gatehouse.access.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import io.gatehouse.core.StorableText;

/** Refuses texts that no search and no table can take, before anybody reads them; takes headers that are UTF-8. */
class Firewall extends StrictHttpFirewall {

    private static final String ESCAPED_NUL = "%00";
    private static final Pattern PRINTABLE = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");

    Firewall() {
        setAllowedParameterValues(it -> it == null || StorableText.isStorable(it));
        setAllowedHeaderValues(it ->
                PRINTABLE.matcher(it).matches() || PRINTABLE.matcher(utf8(it)).matches());
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) throws RequestRejectedException {
        var query = request.getQueryString();
        if (query != null && query.contains(ESCAPED_NUL)) {
            // at once, and not by whoever happens to read that parameter
            throw new RequestRejectedException("The query has the character U+0000");
        }
        return super.getFirewalledRequest(request);
    }

    /** Servlet containers read headers as if they were Latin-1. */
    private static String utf8(String header) {
        return new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
