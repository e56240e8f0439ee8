package io.gatehouse.audit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The chain that seals the rows of the business log, as it is stored. */
@Repository
class Links {

    private static final String LINKS = """
            select seal.position, seal.hash, log.*
            from business_log_seal seal left join business_log log on log.id = seal.entry
            where seal.first_position >= coalesce((
                    select max(first_position) from business_log_batch where first_position <= :after + 1), 0)
                and seal.first_position <= :through and seal.position > :after and seal.position <= :through
            order by seal.first_position, seal.position
            """;

    private static final String HASH = """
            select hash from business_log_seal
            where position = :position and first_position = (
                select max(first_position) from business_log_batch where first_position <= :position)
            """;

    /** Rows that are neither sealed nor wait for it: somebody took them from the sealer. */
    private static final String FORGOTTEN = """
            select id from business_log log
            where not exists (select 1 from business_log_seal where entry = log.id)
              and not exists (
                select 1 from business_log_unsealed unsealed, unnest(unsealed.entries) entry where entry = log.id)
            order by id limit 1
            """;

    private final NamedParameterJdbcTemplate jdbc;

    Links(DataSource dataSource) {
        var rowByRow = new JdbcTemplate(dataSource);
        rowByRow.setFetchSize(1000);
        this.jdbc = new NamedParameterJdbcTemplate(rowByRow);
    }

    /** The last one; empty while nothing is sealed. */
    Optional<Head> last() {
        return jdbc.query(Rows.LAST_SEAL, Rows.HEAD).stream().findFirst();
    }

    /** The hash at a position; the start of the chain at 0. */
    String hashAt(long position) {
        return jdbc.queryForList(HASH, Map.of("position", position), String.class).stream()
                .findFirst()
                .orElse(Chain.START);
    }

    /** Those after a position, through another one, in their order. */
    void read(long after, long through, Consumer<Link> each) {
        jdbc.query(LINKS, Map.of("after", after, "through", through), row -> {
            each.accept(Rows.LINK.mapRow(row, 0));
        });
    }

    /** How many rows wait for their seal. */
    long waiting() {
        var count = jdbc.queryForObject(
                "select coalesce(sum(cardinality(entries)), 0) from business_log_unsealed", Map.of(), Long.class);
        return count == null ? 0 : count;
    }

    /** The first row that is neither sealed nor waits for it. */
    Optional<Long> forgotten() {
        return jdbc.queryForList(FORGOTTEN, Map.of(), Long.class).stream().findFirst();
    }
}
