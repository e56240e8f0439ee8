package io.gatehouse.outbound;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Finds the cause behind the exceptions of the network. */
class Failures {

    private Failures() {}

    static Failure of(Throwable failure, int statusSoFar) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AddressRefused refused) {
                return new Failure(
                        Obstacle.ADDRESS_REFUSED,
                        "%s %s".formatted(refused.address(), refused.kind().key()));
            }
            if (cause instanceof UnknownHostException) {
                return Failure.of(Obstacle.NAME_NOT_RESOLVED);
            }
            if (cause instanceof ReplyReader.TooLong) {
                return Failure.of(Obstacle.REPLY_TOO_LONG);
            }
            if (cause instanceof SSLException || cause instanceof CertificateException) {
                return new Failure(Obstacle.TLS, String.valueOf(root(cause).getMessage()));
            }
            if (cause instanceof ConnectTimeoutException) {
                return Failure.of(Obstacle.CONNECT_TIMEOUT);
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return Failure.of(Obstacle.CONNECTION_REFUSED);
            }
            if (cause instanceof InterruptedIOException) {
                return Failure.of(Obstacle.TIMEOUT);
            }
            if (cause instanceof HttpException || cause instanceof MessageConstraintException) {
                return Failure.of(Obstacle.NOT_HTTP);
            }
        }
        return new Failure(Obstacle.CONNECTION_BROKEN, statusSoFar == 0 ? "" : String.valueOf(statusSoFar));
    }

    private static Throwable root(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
