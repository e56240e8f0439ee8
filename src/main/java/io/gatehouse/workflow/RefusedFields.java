package io.gatehouse.workflow;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What a refusal says of single fields, kept beside the request at hand: the engine's answers hold one sentence only. */
final class RefusedFields {

    private static final String ATTRIBUTE = RefusedFields.class.getName();

    private RefusedFields() {}

    static void keep(Map<String, String> sentences) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, sentences, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Field → sentence, or null where none was refused. */
    static @Nullable Object kept() {
        var request = RequestContextHolder.getRequestAttributes();
        return request == null ? null : request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }
}
