package io.gatehouse.serverapi;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers what is so broken as HTTP that nothing of the application ever saw it: machines in their words, also where not
 * even the address could be read, for browsers write requests properly.
 */
class MalformedRequests extends ErrorReportValve {

    private final ObjectMapper json;

    MalformedRequests(ObjectMapper json) {
        this.json = json;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        var door = door(request);
        var status = HttpStatus.resolve(response.getStatus());
        if (door.isEmpty() || status == null || !status.isError() || response.getContentWritten() > 0) {
            super.report(request, response, throwable);
            return;
        }
        if (!response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            var answer = door.get().says(status, ErrCode.INVALID_URL, sentence(status));
            response.getReporter().write(json.writeValueAsString(answer));
            response.finishResponse();
        } catch (IOException e) {
            // whoever asked has gone
        }
    }

    private static Optional<Door> door(Request request) {
        var address = request.getRequestURI();
        return address == null || address.isEmpty() ? Optional.of(Door.ORDERS) : Door.ofWritten(address);
    }

    private static String sentence(HttpStatus status) {
        return "this is not HTTP as it is written (%s): escape the address, send a Host, and headers of at most 8 KiB"
                .formatted(status.getReasonPhrase());
    }
}
