package io.gatehouse.credentials;

/** The secrets of a credential as they rest: each encrypted for its own place. */
record Sealed(byte[] appKey, byte[] sandboxAppKey, byte[] webhookSecret, byte[] archive, byte[] passphrase) {

    static final String APP_KEY = "app-key";
    static final String SANDBOX_APP_KEY = "sandbox-app-key";
    static final String WEBHOOK_SECRET = "webhook-secret";
    static final String ARCHIVE = "archive";
    static final String PASSPHRASE = "passphrase";

    @Override
    public String toString() {
        return "Sealed[********]";
    }
}
