package io.gatehouse.catalogue.web;

import java.time.Duration;
import java.util.UUID;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.StoredPicture;
import io.gatehouse.core.NotFound;

/**
 * Serves the pictures of items to everybody who knows their address, players included: an address is a random number and
 * always shows the same picture.
 */
@Controller
class PictureController {

    private static final Duration YEAR = Duration.ofDays(365);

    private final Catalogue catalogue;

    PictureController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/pictures/{id}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id) {
        var picture = catalogue.picture(id).orElseThrow(() -> new NotFound("picture.unknown"));
        return serve(picture, CacheControl.maxAge(YEAR).cachePublic().immutable());
    }

    /** Nothing in a picture is ever run, whatever a browser thinks it is. */
    static ResponseEntity<byte[]> serve(StoredPicture picture, CacheControl cache) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.type()))
                .cacheControl(cache)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(picture.content());
    }
}
