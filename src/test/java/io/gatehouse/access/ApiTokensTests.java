package io.gatehouse.access;

import java.time.Duration;
import java.util.List;

import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.ApplicationTest;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Transactional
class ApiTokensTests extends ApplicationTest {

    static final Username MEI = new Username("administrator");
    static final List<Scope> READS = List.of(Scope.ITEMS_READ, Scope.ORDERS_READ);

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient db;

    @Autowired
    EntityManager entities;

    @Test
    void aTokenSpeaksForItsPerson() {

        var made = tokens.make(MEI, "build server", READS, 30);

        assertThat(tokens.caller(made.text())).hasValueSatisfying(it -> {
            assertThat(it.getName()).isEqualTo("administrator");
            assertThat(it.token().scopes()).containsExactlyInAnyOrderElementsOf(READS);
        });
    }

    @Test
    void itsTextIsKeptNowhere() {

        var made = tokens.make(MEI, "build server", READS, 30);

        entities.flush();
        var kept = db.sql("select t::text || coalesce((select string_agg(l::text, '') from business_log l), '')"
                        + " from api_token t where id = ?")
                .param(made.token().id())
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(made.text());
        assertThat(made).asString().doesNotContain(made.text());
    }

    @Test
    void isAcceptedUntilItExpires() {

        var made = tokens.make(MEI, "build server", READS, 30);

        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(tokens.caller(made.text())).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.caller(made.text())).isEmpty();
    }

    @Test
    void isNotAcceptedOnceItIsRevoked() {

        var made = tokens.make(MEI, "build server", READS, 30);

        tokens.revoke(MEI, made.token().id());

        assertThat(tokens.caller(made.text())).isEmpty();
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> tokens.revoke(MEI, made.token().id()));
    }

    @Test
    void isNobodyElsesToRevoke() {

        var made = tokens.make(MEI, "build server", READS, 30);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        tokens.revoke(new Username("developer"), made.token().id()));
    }

    @Test
    void saysWhenItWasLastUsed() {

        var made = tokens.make(MEI, "build server", READS, 30);

        assertThat(made.token().lastUsedAt()).isNull();
        entities.flush();
        tokens.caller(made.text());
        entities.clear();
        var used = tokens.of(MEI).stream()
                .filter(it -> it.id().equals(made.token().id()))
                .findFirst()
                .orElseThrow();
        assertThat(used.lastUsedAt()).isNotNull();
    }

    @Test
    void isGoodForItsScopesOnly() {

        var caller = tokens.caller(tokens.make(MEI, "build server", READS, 30).text())
                .orElseThrow();

        caller.requireScopeFor(List.of(Capability.ORDER_VIEW));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> caller.requireScopeFor(List.of(Capability.ORDER_RESEND)));
    }

    @Test
    void hasANameAScopeAndAnEnd() {

        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> tokens.make(MEI, " ", READS, 30));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> tokens.make(MEI, "x", List.of(), 30));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> tokens.make(MEI, "x", READS, 0));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> tokens.make(MEI, "x", READS, 366));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> tokens.make(MEI, "x".repeat(61), READS, 30));
    }

    @Test
    void aPersonIsOfferedWhatTheirRolesAreGoodFor() {

        assertThat(tokens.scopesFor(new Username("operator")))
                .contains(Scope.ORDERS_READ)
                .doesNotContain(Scope.ITEMS_WRITE);
        assertThat(tokens.scopesFor(MEI)).contains(Scope.ENABLEMENT_WRITE);
    }
}
