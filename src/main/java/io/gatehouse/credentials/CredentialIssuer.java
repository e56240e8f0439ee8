package io.gatehouse.credentials;

import io.gatehouse.core.AppId;

/** Makes a certificate, its private key and the AppKey of a game. Slow: runs outside database transactions. */
interface CredentialIssuer {

    /**
     * @param number of the request; the same number again makes new ones
     * @param renewal whether the game had credentials before
     * @throws NotIssued when it cannot be done now
     */
    Issued issue(AppId game, String number, boolean renewal);
}
