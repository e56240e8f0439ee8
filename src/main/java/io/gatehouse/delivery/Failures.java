package io.gatehouse.delivery;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;

/** Finds the cause behind the exceptions of the network. */
class Failures {

    private Failures() {}

    static Verdict verdict(Throwable failure, int statusSoFar) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AddressRefused refused) {
                return new Verdict(
                        Diagnosis.ADDRESS_REFUSED,
                        "%s %s".formatted(refused.address(), refused.kind().key()));
            }
            if (cause instanceof UnknownHostException) {
                return Verdict.of(Diagnosis.NAME_NOT_RESOLVED);
            }
            if (cause instanceof ReplyReader.TooLong) {
                return Verdict.of(Diagnosis.REPLY_TOO_LONG);
            }
            if (cause instanceof SSLException || cause instanceof CertificateException) {
                return new Verdict(Diagnosis.TLS, String.valueOf(root(cause).getMessage()));
            }
            if (cause instanceof ConnectTimeoutException) {
                return Verdict.of(Diagnosis.CONNECT_TIMEOUT);
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return Verdict.of(Diagnosis.CONNECTION_REFUSED);
            }
            if (cause instanceof InterruptedIOException) {
                return Verdict.of(Diagnosis.TIMEOUT);
            }
            if (cause instanceof HttpException) {
                return Verdict.of(Diagnosis.NOT_HTTP);
            }
        }
        return new Verdict(Diagnosis.CONNECTION_BROKEN, statusSoFar == 0 ? "" : String.valueOf(statusSoFar));
    }

    private static Throwable root(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
