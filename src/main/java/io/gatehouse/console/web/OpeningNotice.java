package io.gatehouse.console.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the end of the start-up where the console is. */
@Component
class OpeningNotice {

    private static final Logger log = LoggerFactory.getLogger(OpeningNotice.class);

    private final String address;

    OpeningNotice(@Value("${gatehouse.public-url}") String address) {
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        log.info("Gatehouse is open at {}", address);
    }
}
