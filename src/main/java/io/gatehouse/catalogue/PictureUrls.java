package io.gatehouse.catalogue;

import java.util.UUID;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The stable addresses of pictures: a picture never changes, so its address never shows another. */
@Component
class PictureUrls {

    private static final String PATH = "/pictures/";

    private final String publicUrl;

    PictureUrls(@Value("${gatehouse.public-url}") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    static String path(UUID picture) {
        return PATH + picture;
    }

    /** For those outside the console. */
    String absolute(UUID picture) {
        return publicUrl + PATH + picture;
    }
}
