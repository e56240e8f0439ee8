package io.gatehouse.credentials;

import java.util.Base64;
import java.util.regex.Pattern;

/** The key of a game's Standard Webhooks signatures: {@code whsec_} and 32 random bytes in base64. */
public record WebhookSecret(String value) {

    private static final int BYTES = 32;
    private static final Pattern VALID = Pattern.compile("whsec_[A-Za-z0-9+/]{32,88}={0,2}");

    public WebhookSecret {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("A webhook secret is whsec_ and base64");
        }
    }

    static WebhookSecret random() {
        return new WebhookSecret("whsec_" + Base64.getEncoder().encodeToString(Randoms.bytes(BYTES)));
    }

    @Override
    public String toString() {
        return "********";
    }
}
