package io.gatehouse.credentials;

import io.gatehouse.core.IllegalTransition;

/** The mail server does not take the archive now; the credential is kept, and can be sent again. */
public class MailNotSent extends IllegalTransition {

    private static final long serialVersionUID = 1L;

    MailNotSent(String number) {
        super("credentials.mail-not-sent", number);
    }
}
