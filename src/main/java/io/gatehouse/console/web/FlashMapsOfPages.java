package io.gatehouse.console.web;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/** No notice waits for a style, a script or a picture: none is looked for, and their sessions are left in the database. */
class FlashMapsOfPages extends SessionFlashMapManager {

    private static final Pattern FILE = Pattern.compile(".+\\.(css|js|svg|woff2)");

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return FILE.matcher(request.getRequestURI()).matches() ? null : super.retrieveFlashMaps(request);
    }
}
