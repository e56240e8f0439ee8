package io.gatehouse.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.gatehouse.outbound.Reply;
import io.gatehouse.outbound.Timings;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer … */
class AnswersTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            200 | {"returnCode":"0","data":"ok"}      | ACKNOWLEDGED   | ''
            200 | {"returnCode":0}                    | ACKNOWLEDGED   | ''
            200 | {"returnCode":"1"}                  | RETURN_CODE    | 1
            200 | {"returnCode":-1}                   | RETURN_CODE    | -1
            200 | {"returnCode":"00"}                 | RETURN_CODE    | 00
            200 | {"returnCode":0.0}                  | RETURN_CODE    | 0.0
            200 | {"returnCode":false}                | RETURN_CODE    | false
            200 | {"returnCode":{"a":1}}              | RETURN_CODE    | {"a":1}
            200 | {"returnCode":null}                 | NO_RETURN_CODE | ''
            200 | {"ErrCode":0}                       | NO_RETURN_CODE | ''
            200 | {}                                  | NO_RETURN_CODE | ''
            200 | []                                  | NOT_JSON       | ''
            200 | 0                                   | NOT_JSON       | ''
            200 | success                             | NOT_JSON       | ''
            200 | {"returnCode":"0"                   | NOT_JSON       | ''
            200 | {"returnCode":"0"} x                | NOT_JSON       | ''
            200 | <html>{"returnCode":"0"}</html>     | NOT_JSON       | ''
            200 | ''                                  | EMPTY_REPLY    | ''
            201 | {"returnCode":"0"}                  | HTTP_STATUS    | 201
            204 | ''                                  | HTTP_STATUS    | 204
            301 | {"returnCode":"0"}                  | REDIRECT       | 301
            302 | ''                                  | REDIRECT       | 302
            404 | {"returnCode":"0"}                  | HTTP_STATUS    | 404
            410 | ''                                  | GONE           | 410
            429 | ''                                  | HTTP_STATUS    | 429
            500 | {"returnCode":"0"}                  | HTTP_STATUS    | 500
            """)
    void toFormAIsSuccessWithReturnCodeZeroAndNothingElse(int status, String body, Diagnosis diagnosis, String detail) {

        assertThat(Answers.judge(Form.A, reply(status, body))).isEqualTo(new Verdict(diagnosis, detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ErrCode":0,"ErrMsg":"Success"}                       | ACKNOWLEDGED | ''
            {"ErrCode":"0"}                                        | ACKNOWLEDGED | ''
            <xml><ErrCode>0</ErrCode><ErrMsg>ok</ErrMsg></xml>     | ACKNOWLEDGED | ''
            <xml><ErrCode><![CDATA[0]]></ErrCode></xml>            | ACKNOWLEDGED | ''
            <?xml version="1.0"?><xml><ErrCode> 0 </ErrCode></xml> | ACKNOWLEDGED | ''
            {"ErrCode":99999,"ErrMsg":"internal error"}            | ERR_CODE     | 99999
            <xml><ErrCode>99999</ErrCode></xml>                    | ERR_CODE     | 99999
            <xml><ErrCode/></xml>                                  | ERR_CODE     | ''
            <xml><a><ErrCode>0</ErrCode></a></xml>                 | NO_ERR_CODE  | ''
            <ErrCode>0</ErrCode>                                   | NO_ERR_CODE  | ''
            <html><body>Sign in</body></html>                      | NO_ERR_CODE  | ''
            {"returnCode":"0"}                                     | NO_ERR_CODE  | ''
            <xml><ErrCode>0</ErrCode>                              | NOT_READABLE | ''
            <!doctype html><p>Sign in                              | NOT_READABLE | ''
            done                                                   | NOT_READABLE | ''
            """)
    void toAMessageIsSuccessWithErrCodeZeroInEitherNotation(String body, Diagnosis diagnosis, String detail) {
        for (var form : new Form[] {Form.C_JSON, Form.C_XML, Form.D_JSON, Form.D_XML}) {
            assertThat(Answers.judge(form, reply(200, body))).as("%s", form).isEqualTo(new Verdict(diagnosis, detail));
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            '',           EMPTY_REPLY
            '  ',         EMPTY_REPLY
            success,      NOT_READABLE
            """)
    void mayBeEmptyOrTheWordSuccessToAMiniProgramOnly(String body, Diagnosis otherwise) {

        assertThat(Answers.judge(Form.D_JSON, reply(200, body)).isSuccess()).isTrue();
        assertThat(Answers.judge(Form.D_XML, reply(200, body)).isSuccess()).isTrue();
        assertThat(Answers.judge(Form.C_JSON, reply(200, body)).diagnosis()).isEqualTo(otherwise);
        assertThat(Answers.judge(Form.C_XML, reply(200, body)).diagnosis()).isEqualTo(otherwise);
        assertThat(Answers.judge(Form.A, reply(200, body)).isSuccess()).isFalse();
        assertThat(Answers.judge(Form.D_JSON, reply(500, body)).isSuccess()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void weAdviseIsOne(Form form) {

        assertThat(Answers.judge(form, reply(200, form.success())).isSuccess()).isTrue();
    }

    @Test
    void inXmlBringsNothingInFromOutsideAndDoesNotSwell() {
        var outside = "<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><xml><ErrCode>&x;</ErrCode></xml>";
        var laughs = "<!DOCTYPE xml [<!ENTITY a \"0\"><!ENTITY b \"&a;&a;&a;&a;\">]><xml><ErrCode>&b;</ErrCode></xml>";

        assertThat(Answers.judge(Form.D_XML, reply(200, outside)).isSuccess()).isFalse();
        assertThat(Answers.judge(Form.D_XML, reply(200, laughs)).isSuccess()).isFalse();
        assertThat(Answers.judge(Form.D_XML, reply(200, "<a>".repeat(20_000))).diagnosis())
                .isEqualTo(Diagnosis.NOT_READABLE);
    }

    @Test
    void toleratesAByteOrderMarkBeforeItsJsonButNothingNestedWithoutEnd() {

        assertThat(Answers.judge(Form.A, reply(200, "\ufeff{\"returnCode\":\"0\"}"))
                        .isSuccess())
                .isTrue();
        assertThat(Answers.judge(Form.A, reply(200, "[".repeat(60_000))).diagnosis())
                .isEqualTo(Diagnosis.NOT_JSON);
    }

    @Test
    void namesWhereARedirectLeadsAndHowLongToWait() {

        assertThat(Answers.judge(Form.A, reply(302, "", Map.of("location", "http://10.0.0.1/"))))
                .isEqualTo(new Verdict(Diagnosis.REDIRECT, "302 http://10.0.0.1/"));
        assertThat(Answers.judge(Form.A, reply(503, "", Map.of("retry-after", "120"))))
                .isEqualTo(new Verdict(Diagnosis.SLOW_DOWN, "503 120"));
    }

    private static Reply reply(int status, String body) {
        return reply(status, body, Map.of());
    }

    private static Reply reply(int status, String body, Map<String, String> headers) {
        return new Reply(
                Occasional.NOON,
                Duration.ZERO,
                Timings.NONE,
                null,
                status,
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                null);
    }
}
