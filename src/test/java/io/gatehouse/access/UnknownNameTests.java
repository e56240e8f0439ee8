package io.gatehouse.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import io.gatehouse.ApplicationTest;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Whoever guesses at the sign-in does not learn from it whether there is such a person. */
class UnknownNameTests extends ApplicationTest {

    private static final Username KNOWN = new Username("known-of-guesses");
    private static final Username DISABLED = new Username("disabled-of-guesses");
    private static final Username INVITED = new Username("invited-of-guesses");
    private static final Username UNKNOWN = new Username("unknown-of-guesses");
    private static final List<Username> ALL = List.of(KNOWN, DISABLED, INVITED, UNKNOWN);

    private static final int SAMPLES = 25;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** As in production; the tests' own is cheap, and a difference would hide in it. */
    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    @Autowired
    private People people;

    @Autowired
    private Invitations invitations;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void somePeople() {
        for (var person : List.of(KNOWN, DISABLED, INVITED)) {
            people.register(person, "Somebody", person + "@guesses.example", "secret", Locale.ENGLISH);
            db.sql("update account set password_hash = ?, enabled = ? where username = ?")
                    .params(encoder.encode("secret"), !person.equals(DISABLED), person.value())
                    .update();
        }
        transaction.executeWithoutResult(status -> invitations.invite(INVITED, KNOWN));
    }

    @Test
    void isAnsweredAlike() throws IOException, InterruptedException {
        var answers = new LinkedHashMap<Username, Object>();

        for (var name : ALL) {
            var answer = guess(name);
            answers.put(
                    name,
                    List.of(
                            answer.statusCode(),
                            answer.headers().firstValue("location").orElse(""),
                            new TreeSet<>(answer.headers().map().keySet()),
                            answer.body()));
        }

        assertThat(answers.values()).containsOnly(answers.get(KNOWN));
        assertThat(answers.get(KNOWN).toString()).contains("302", "/sign-in?error");
    }

    private HttpResponse<String> guess(Username name) throws IOException, InterruptedException {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var address = URI.create("http://localhost:" + port + "/sign-in");
        var form = browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        var token = TOKEN.matcher(form.body());
        assertThat(token.find()).isTrue();
        return browser.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "username=%s&password=guess&_csrf=%s".formatted(name, token.group(1))))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void isAnsweredInTheSameTime() {
        var signIn = new DaoAuthenticationProvider(people);
        signIn.setPasswordEncoder(encoder);

        var times = times(signIn);

        assertThat(times)
                .allSatisfy((name, millis) -> assertThat(millis)
                        .as("%s among %s", name, times)
                        .isCloseTo(times.get(KNOWN), within(times.get(KNOWN) / 4)));
    }

    /** Otherwise the test before would say nothing. */
    @Test
    void wouldBeSeenToBeAnsweredSooner() {
        var signIn = new DaoAuthenticationProvider(people);
        signIn.setPasswordEncoder(encoder);
        signIn.setAlwaysPerformAdditionalChecksOnUser(false);

        var times = times(signIn);

        assertThat(times.get(DISABLED)).isLessThan(times.get(KNOWN) / 4);
    }

    /** Of each the lower quartile, in milliseconds: whatever else the machine does makes some slower, and none faster. */
    private static Map<Username, Double> times(DaoAuthenticationProvider signIn) {
        var samples = new LinkedHashMap<Username, List<Long>>();
        for (var sample = 0; sample < SAMPLES; sample++) {
            for (var name : ALL) {
                var begin = System.nanoTime();
                assertThat(isSignedIn(signIn, name)).isFalse();
                samples.computeIfAbsent(name, it -> new ArrayList<>()).add(System.nanoTime() - begin);
            }
        }
        var times = new LinkedHashMap<Username, Double>();
        samples.forEach((name, nanos) ->
                times.put(name, nanos.stream().sorted().toList().get(SAMPLES / 4) / 1e6));
        return times;
    }

    private static boolean isSignedIn(DaoAuthenticationProvider signIn, Username name) {
        try {
            return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name.value(), "guess"))
                    .isAuthenticated();
        } catch (AuthenticationException e) {
            return false;
        }
    }
}
