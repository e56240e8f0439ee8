package io.gatehouse.credentials;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** Our own certificate office: the certificate everybody may have, and the key that never leaves this process. */
record Authority(X509Certificate certificate, PrivateKey key) {

    @Override
    public String toString() {
        return "Authority[%s, key=********]".formatted(certificate.getSubjectX500Principal());
    }
}
