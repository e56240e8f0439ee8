package io.gatehouse.requests;

/** Where a request stands; the numbers are those of the public cloud API, from 30 on our own. */
public enum RequestStatus {
    IN_PROGRESS(0),
    APPROVED(10),
    REJECTED(20),
    WITHDRAWN(30),
    REVOKED(40);

    private final int code;

    RequestStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static RequestStatus of(int code) {
        for (var status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        throw new IllegalArgumentException("No status has the code " + code);
    }
}
