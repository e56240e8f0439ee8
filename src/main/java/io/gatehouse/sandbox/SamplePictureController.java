package io.gatehouse.sandbox;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.gatehouse.core.NotFound;

/** The playground's pictures as files to keep. */
@Controller
@Profile("sandbox")
class SamplePictureController {

    private final ToyPictures pictures;

    SamplePictureController(ToyPictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/playground/pictures/{name}")
    ResponseEntity<Resource> download(@PathVariable String name) {
        var picture = pictures.find(name).orElseThrow(() -> new NotFound("playground.no-picture", name));
        var disposition = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.IMAGE_PNG)
                .body(picture);
    }
}
