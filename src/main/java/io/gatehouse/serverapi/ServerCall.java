package io.gatehouse.serverapi;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;

/**
 * A call of the server API that has proved whose it is: token, rate, JSON, {@code env} and {@code pay_sig} are checked.
 *
 * @param raw the body as it was signed
 */
record ServerCall(AppId game, Env env, JsonNode body, String raw, ErrCode fault) {

    /** A text that must be there. */
    String text(String field) {
        return optionalText(field).orElseThrow(() -> fault.because("%s is missing", field));
    }

    Optional<String> optionalText(String field) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw fault.because("%s is not a string", field);
        }
        return Optional.of(value.textValue()).filter(it -> !it.isEmpty());
    }

    /** An integer that must be there. */
    long number(String field) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw fault.because("%s is missing", field);
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw fault.because("%s is not an integer", field);
        }
        return value.longValue();
    }
}
