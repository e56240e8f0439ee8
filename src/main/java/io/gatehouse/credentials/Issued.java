package io.gatehouse.credentials;

import java.security.cert.X509Certificate;

/**
 * What an issuer made.
 *
 * @param authority the certificate of who signed it, as PEM; empty if the issuer does not hand it out
 * @param privateKey PKCS#8 as PEM
 */
record Issued(X509Certificate certificate, String authority, String privateKey, AppKey appKey) {

    @Override
    public String toString() {
        return "Issued[%s, keys=********]".formatted(certificate.getSubjectX500Principal());
    }
}
