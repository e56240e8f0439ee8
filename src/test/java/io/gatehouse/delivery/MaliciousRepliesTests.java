package io.gatehouse.delivery;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.RawServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A malicious reply … */
class MaliciousRepliesTests extends DeliveryPageTest {

    private static final String CONFIGURATION = "/virtual-payment/configuration";
    private static final String ENDPOINT = CONFIGURATION + "/endpoint";
    private static final String ORDERS = "/virtual-payment/orders/";
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String JSON = "Content-Type: application/json\r\n";

    static Stream<Arguments> malicious() {
        return Stream.of(
                reply("a page", "200 OK", "Content-Type: text/html\r\n", "<!doctype html>" + SCRIPT),
                reply("script as returnCode", "200 OK", JSON, "{\"returnCode\":\"" + SCRIPT + "\"}"),
                reply(
                        "script as message",
                        "200 OK",
                        JSON,
                        "{\"returnCode\":\"1\",\"returnMessage\":\"" + SCRIPT + "\"}"),
                reply("script as content type", "200 OK", "Content-Type: " + SCRIPT + "\r\n", "{}"),
                reply("script as reason", "500 " + SCRIPT, "", SCRIPT),
                reply("redirect to script", "302 Found", "Location: javascript:alert(1)\r\n", ""),
                reply("redirect with markup", "307 T", "Location: http://h.example/\"" + SCRIPT + "\r\n", ""),
                reply("Retry-After of script", "503 Busy", "Retry-After: " + SCRIPT + "\r\n", ""),
                reply("end of an attribute", "200 OK", JSON, "{\"returnCode\":\"\\\"><img src=x onerror=alert(1)>\"}"),
                reply("an expression", "200 OK", JSON, "{\"returnCode\":\"[[${7*7}]] ${T(java.lang.Runtime)}\"}"),
                reply("text that runs backwards", "200 OK", JSON, "{\"returnCode\":\"\u202e0\"}"),
                reply("what no column can keep", "200 OK", JSON, "{\"returnCode\":\"\\u0000\"}\u0000\ud83d"),
                reply("bytes that are no text", "200 OK", JSON, "\u0080\u00ff\u001b[2J\u001b]0;x\u0007"),
                reply("half a letter", "200 OK", JSON, "{\"returnCode\":\"\\ud83d\"}"),
                reply("a thousand levels", "200 OK", JSON, "[".repeat(1000)),
                reply("a key twice", "200 OK", JSON, "{\"returnCode\":\"1\",\"returnCode\":\"<b>0</b>\"}"));
    }

    private static Arguments reply(String what, String status, String headers, String body) {
        return Arguments.of(what, status, headers, body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malicious")
    void isAFailureThatIsShownAndDoesNothing(String what, String status, String headers, String body) throws Exception {
        ready();
        server.behave((request, out, socket) -> RawServer.status(out, status, headers, body));
        var order = storedOrder();
        pay(order);
        hasReceived(1);
        browser.perform(asMei(post(CONFIGURATION + "/test"))).andExpect(status().is3xxRedirection());

        assertThat(notifications.attempts(order)).singleElement().satisfies(it -> {
            assertThat(it.acknowledged()).isFalse();
            assertThat(it.reply().length()).isLessThanOrEqualTo(4096);
        });
        for (var language : new String[] {"en", "zh"}) {
            isHarmless(CONFIGURATION, language);
            isHarmless(ENDPOINT, language);
            isHarmless(ORDERS + order, language);
        }
    }

    private void isHarmless(String page, String language) throws Exception {
        var html = browser.perform(asMei(get(page)).param("lang", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html)
                .doesNotContain(SCRIPT, "<img src=x", "<b>0</b>", "href=\"javascript:", "\u202e")
                .doesNotContain("49 class java", "\u001b", "\u0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"86401", "999999999", "99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void asksForPatienceOfADayAtMost(String retryAfter) {
        ready();
        server.behave(
                (request, out, socket) -> RawServer.status(out, "429 Slow", "Retry-After: " + retryAfter + "\r\n", ""));
        var order = pay(newOrder());
        hasReceived(1);

        var nextTry = notifications.state(order).nextTry();

        assertThat(nextTry)
                .isBetween(
                        clock.instant().plus(Duration.ofHours(23)),
                        clock.instant().plus(Duration.ofHours(24)));
    }

    @Test
    void of410EndsTheCallsWithoutLosingTheOrder() {
        ready();
        server.behave(
                (request, out, socket) -> RawServer.status(out, "410 Gone", "Content-Type: text/html\r\n", SCRIPT));
        var order = pay(newOrder());
        hasReceived(1);

        clock.advance(Duration.ofDays(1));
        settle();

        assertThat(received()).hasSize(1);
        assertThat(notifications.state(order).phase()).isEqualTo(NotificationState.Phase.ENDPOINT_OFF);
    }
}
