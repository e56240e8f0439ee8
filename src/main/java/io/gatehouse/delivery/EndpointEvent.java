package io.gatehouse.delivery;

import java.time.Instant;

/**
 * Something that happened to an endpoint.
 *
 * @param detail the diagnosis that led to a rest, who switched it on, which mail in turn told the team; else empty
 */
public record EndpointEvent(Instant at, What what, String detail) {

    /**
     * It kept failing and is given a rest; the rest is lifted, because a probe was answered; what had piled up is through;
     * it is switched off by a 410; somebody switched it on; the team was told of failures by mail, or of the 410.
     */
    public enum What {
        RESTED,
        LIFTED,
        RECOVERED,
        OFF,
        ON,
        TOLD_FAILING,
        TOLD_OFF
    }

    /** What stands in the place {0} of {@code delivery.event.<what>}: the number of the mail, or who switched it on. */
    public Object argument() {
        return what == What.TOLD_FAILING ? Integer.valueOf(detail) : detail;
    }

    /** How its mark looks. */
    public String look() {
        return switch (what) {
            case RESTED -> "warn";
            case OFF -> "bad";
            case LIFTED, RECOVERED, ON -> "ok";
            case TOLD_FAILING, TOLD_OFF -> "info";
        };
    }
}
