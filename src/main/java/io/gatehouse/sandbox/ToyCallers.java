package io.gatehouse.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The superapp's look at the TC headers of whoever calls it. */
@Component
@Profile("sandbox")
class ToyCallers {

    private static final long SKEW_MILLIS = Duration.ofSeconds(300).toMillis();

    private final ToySettings settings;
    private final Clock clock;

    ToyCallers(ToySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    void verify(Map<String, String> headers) {
        var timestamp = ToyDoorkeeper.header(headers, "TC-Timestamp");
        var merchant = ToyDoorkeeper.header(headers, "TC-MerchantId");
        if (merchant.isEmpty() || !timestamp.matches("\\d{13}")) {
            throw new ToyRefusal(401, "1003", "TC-Timestamp in milliseconds and TC-MerchantId are needed");
        }
        if (Math.abs(clock.millis() - Long.parseLong(timestamp)) > SKEW_MILLIS) {
            throw new ToyRefusal(401, "1003", "TC-Timestamp is more than 300 s away");
        }
        var signature = ToyDoorkeeper.header(headers, "TC-Signature");
        if (!ToyCrypto.sameHex(ToyCrypto.tcSignature(settings.secretKey(), timestamp), signature)) {
            throw new ToyRefusal(401, "1003", "TC-Signature is wrong");
        }
    }
}
