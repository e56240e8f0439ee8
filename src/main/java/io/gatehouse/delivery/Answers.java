package io.gatehouse.delivery;

import java.nio.charset.StandardCharsets;

import io.gatehouse.outbound.Reply;

/** What a reply to a notification of some form means. */
class Answers {

    private static final String PLAIN_SUCCESS = "success";

    private Answers() {}

    static Verdict judge(Form form, Reply reply) {
        var failure = reply.failure();
        if (failure != null) {
            return Verdict.of(failure);
        }
        var status = reply.status();
        if (status == 410) {
            return new Verdict(Diagnosis.GONE, "410");
        }
        if ((status == 429 || status == 503) && reply.header("retry-after").isPresent()) {
            return new Verdict(
                    Diagnosis.SLOW_DOWN,
                    "%d %s".formatted(status, reply.header("retry-after").orElse("")));
        }
        if (status >= 300 && status < 400) {
            return new Verdict(
                    Diagnosis.REDIRECT,
                    "%d %s"
                            .formatted(status, reply.header("location").orElse(""))
                            .strip());
        }
        if (status != 200) {
            return new Verdict(Diagnosis.HTTP_STATUS, String.valueOf(status));
        }
        return switch (form) {
            case A -> formA(reply.body());
            case C_JSON, C_XML -> message(reply.body());
            case D_JSON, D_XML -> isPlainSuccess(reply.body()) ? acknowledged() : message(reply.body());
        };
    }

    private static Verdict formA(byte[] body) {
        if (body.length == 0) {
            return Verdict.of(Diagnosis.EMPTY_REPLY);
        }
        var answer = Answer.json(body, Form.A.codeField());
        if (!answer.readable()) {
            return Verdict.of(Diagnosis.NOT_JSON);
        }
        var code = answer.code();
        if (code == null) {
            return Verdict.of(Diagnosis.NO_RETURN_CODE);
        }
        return answer.isZero() ? acknowledged() : new Verdict(Diagnosis.RETURN_CODE, code);
    }

    /** Either notation is understood, whichever was sent. */
    private static Verdict message(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return Verdict.of(Diagnosis.EMPTY_REPLY);
        }
        var field = Form.C_JSON.codeField();
        var answer = text.startsWith("<") ? Answer.xml(body, field) : Answer.json(body, field);
        if (!answer.readable()) {
            return Verdict.of(Diagnosis.NOT_READABLE);
        }
        var code = answer.code();
        if (code == null) {
            return Verdict.of(Diagnosis.NO_ERR_CODE);
        }
        return answer.isZero() ? acknowledged() : new Verdict(Diagnosis.ERR_CODE, code);
    }

    private static boolean isPlainSuccess(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8).strip();
        return text.isEmpty() || text.equals(PLAIN_SUCCESS);
    }

    private static Verdict acknowledged() {
        return Verdict.of(Diagnosis.ACKNOWLEDGED);
    }
}
