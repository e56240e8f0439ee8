package io.gatehouse.audit;

import java.util.HexFormat;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links what was appended into the hash chain, some time after its commit and in batches. One at a time over all
 * instances: the advisory lock of the database is held for the length of a batch.
 */
@Component
class Sealer {

    /** Transactions of which the entries are sealed together. */
    static final int BATCH = 100;

    /** Any number, the same in every instance. */
    private static final long LOCK = 0x6761_7465_6c6f_67L;

    private static final String TAKE = """
            with taken as (
                delete from business_log_unsealed where id in (
                    select id from business_log_unsealed order by id limit ?)
                returning entries)
            select log.* from taken, unnest(taken.entries) entry join business_log log on log.id = entry order by log.id
            """;

    private static final String SEAL =
            "insert into business_log_batch (first_position, span, entries, hashes) values (?, int8range(?, ?, '[]'), ?, ?)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    Sealer(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Seals all that was committed when it began. */
    @Scheduled(fixedDelayString = "${gatehouse.audit.seal-every:PT1S}")
    void seal() {
        int sealed;
        do {
            sealed = transactions.execute(status -> sealBatch());
            // fewer entries than transactions were asked for: that was all
        } while (sealed >= BATCH);
    }

    private int sealBatch() {
        jdbc.query("select pg_advisory_xact_lock(?)", rows -> {}, LOCK);
        var entries = jdbc.query(TAKE, Rows.ENTRY, BATCH);
        if (!entries.isEmpty()) {
            link(entries);
        }
        return entries.size();
    }

    private void link(List<LogEntry> entries) {
        var last = jdbc.query(Rows.LAST_SEAL, Rows.HEAD).stream().findFirst();
        long before = last.map(Head::position).orElse(0L);
        var hash = last.map(Head::hash).orElse(Chain.START);
        var hashes = new byte[entries.size()][];
        for (var i = 0; i < hashes.length; i++) {
            hash = Chain.hash(hash, Chain.digest(before + 1 + i, entries.get(i)));
            hashes[i] = HexFormat.of().parseHex(hash);
        }
        var ids = entries.stream().map(LogEntry::id).toArray(Long[]::new);
        jdbc.update(connection -> {
            var statement = connection.prepareStatement(SEAL);
            statement.setLong(1, before + 1);
            statement.setLong(2, ids[0]);
            statement.setLong(3, ids[ids.length - 1]);
            statement.setArray(4, connection.createArrayOf("bigint", ids));
            statement.setArray(5, connection.createArrayOf("bytea", hashes));
            return statement;
        });
    }
}
