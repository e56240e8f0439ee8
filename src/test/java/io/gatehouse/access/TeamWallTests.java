package io.gatehouse.access;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.ApplicationTest;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The database itself shows the transactions of a team's people nothing of other teams. The tables are asked directly,
 * past everything in the application that would filter.
 */
class TeamWallTests extends ApplicationTest {

    /** Tables without a wall; whoever adds one says why. Those of the process engine and of the toys are below. */
    static final Map<String, String> WITHOUT = new TreeMap<>(Map.ofEntries(
            Map.entry("account", "people are of no team; which team they are members of is behind the wall"),
            Map.entry("invitation", "of a person; digests of addresses that were mailed"),
            Map.entry("sign_in_try", "of account names and addresses, whoever they are"),
            Map.entry("spring_session", "of a browser; looked for by a random id"),
            Map.entry("spring_session_attributes", "of a browser; looked for by a random id"),
            Map.entry("merchant", "the superapp's register, in which a team finds its own"),
            Map.entry("superapp_payment", "one switch for everybody"),
            Map.entry("flyway_schema_history", "what was done to the database")));

    /** Nothing of them is granted to teams but to append. */
    static final List<String> NEVER_READ = List.of(
            "business_log_batch",
            "business_log_unsealed",
            "credential_authority",
            "notification_body",
            "superapp_nonce");

    /** The engine's own tables know a request by its number; the toys are outside of Gatehouse. */
    static final List<String> NOT_OURS = List.of("act_", "toy_");

    /** The roles at the superapp and the platform are known to all teams. */
    static final String OF_TEAMS = "membership where team is not null";

    @Autowired
    JdbcClient db;

    @Autowired
    Games games;

    @Autowired
    People people;

    Belongings theirs;
    Belongings mine;

    @BeforeEach
    void twoTeams() {
        theirs = new Belongings(db, clock, games, people);
        mine = new Belongings(db, clock, games, people);
    }

    @AfterEach
    void serveNobody() {
        TeamWall.leave();
    }

    @Test
    void standsBeforeEveryTableOrThereIsAReason() {

        var without = db.sql("""
                select relname from pg_class
                 where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace and not relrowsecurity
                """).query(String.class).list().stream()
                .filter(it -> NOT_OURS.stream().noneMatch(it::startsWith))
                .filter(it -> !NEVER_READ.contains(it));

        assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT.keySet());
    }

    @Test
    void showsEachTeamWhatItHasAndNothingElse() {

        var soft = new SoftAssertions();
        for (var table : walled(db)) {
            var own = table.equals("membership") ? OF_TEAMS : table;
            var rowsOfMine = as(mine.administrator(), () -> rows(own));
            var rowsOfTheirs = as(theirs.administrator(), () -> rows(own));
            soft.assertThat(rowsOfMine).as(table + " of one team").isNotEmpty();
            soft.assertThat(rowsOfTheirs)
                    .as(table + " of the other")
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(rowsOfMine);
        }
        soft.assertAll();
    }

    @Test
    void letsNobodyChangeOrRemoveWhatAnotherTeamHas() {

        var soft = new SoftAssertions();
        for (var table : walled(db)) {
            var rows = as(theirs.administrator(), () -> rows(table)).toArray(String[]::new);
            var column = columns(table, "NO").get(0);
            for (var statement : List.of(
                    "update %1$s set %2$s = %2$s where ctid = any (?::tid[])",
                    "delete from %1$s where ctid = any (?::tid[])")) {
                var changed = as(
                        mine.administrator(),
                        () -> db.sql(statement.formatted(table, column))
                                .param(rows)
                                .update());
                soft.assertThat(changed).as(statement.formatted(table, column)).isZero();
            }
        }
        soft.assertAll();
    }

    @Test
    void letsNobodyWriteForAnotherTeam() {

        var soft = new SoftAssertions();
        for (var table : walled(db)) {
            var row = as(
                    theirs.administrator(),
                    () -> db.sql("select to_jsonb(it)::text from %s it limit 1".formatted(table))
                            .query(String.class)
                            .single());
            var columns = String.join(", ", columns(table, "YES", "NO"));
            soft.assertThatThrownBy(() -> as(
                            mine.administrator(),
                            () -> db.sql(
                                            "insert into %1$s (%2$s) overriding system value select %2$s from jsonb_populate_record(null::%1$s, ?::jsonb)"
                                                    .formatted(table, columns))
                                    .param(row)
                                    .update()))
                    .as(table)
                    .hasStackTraceContaining("row-level security");
        }
        soft.assertAll();
    }

    @Test
    void keepsWhatTeamsOnlyWriteFromTheirEyes() {

        for (var table : NEVER_READ) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(table)
                    .isThrownBy(() -> as(mine.administrator(), () -> rows(table)))
                    .withStackTraceContaining("permission denied");
        }
    }

    @Test
    void showsTheSuperappEverything() {

        var orders = as(new Username("reviewer"), () -> rows("purchase_order"));

        assertThat(orders)
                .containsAll(as(mine.administrator(), () -> rows("purchase_order")))
                .containsAll(as(theirs.administrator(), () -> rows("purchase_order")));
    }

    @Test
    void showsNothingToWhomeverHasNoRole() {

        person(new Username("nobody-at-all"), "Noa Body", null, Role.AUDITOR);
        db.sql("delete from membership where username = 'nobody-at-all'").update();

        assertThat(as(new Username("nobody-at-all"), () -> rows("purchase_order")))
                .isEmpty();
    }

    @Test
    void endsWithTheTransaction() {

        var role = as(
                mine.administrator(),
                () -> db.sql("select current_user").query(String.class).single());

        assertThat(role).isEqualTo("gatehouse_team");
        for (var connection = 0; connection < 5; connection++) {
            assertThat(db.sql("select current_user").query(String.class).single())
                    .isNotEqualTo("gatehouse_team");
        }
    }

    @Test
    void standsOutsideOfATransactionToo() {

        TeamWall.serve(mine.administrator());
        var shown = rows("purchase_order");
        TeamWall.leave();

        assertThat(shown).isEqualTo(as(mine.administrator(), () -> rows("purchase_order")));
        for (var connection = 0; connection < 5; connection++) {
            assertThat(db.sql("select current_user || coalesce(own_name(), '')")
                            .query(String.class)
                            .single())
                    .isEqualTo("gatehouse");
        }
    }

    private <T> T as(Username who, Supplier<T> asked) {
        TeamWall.serve(who);
        try {
            return transaction.execute(status -> {
                status.setRollbackOnly();
                return asked.get();
            });
        } finally {
            TeamWall.leave();
        }
    }

    /** By their places in the table. */
    private HashSet<String> rows(String table) {
        return new HashSet<>(
                db.sql("select ctid::text from " + table).query(String.class).list());
    }

    /** Those with a wall that can be seen through at all. */
    static List<String> walled(JdbcClient db) {
        return db.sql("""
                select relname from pg_class
                 where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace and relrowsecurity
                   and relname not in ('business_log', 'notification_body')
                 order by relname
                """).query(String.class).list();
    }

    /** @param identity whether those whose values are given to them */
    private List<String> columns(String table, String... identity) {
        return db.sql("""
                select quote_ident(column_name) from information_schema.columns
                 where table_schema = current_schema() and table_name = ? and is_generated = 'NEVER'
                   and is_identity = any (?)
                 order by ordinal_position
                """).params(table, identity).query(String.class).list();
    }
}
