package io.gatehouse.audit;

import java.util.ArrayList;
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

    static final int BATCH = 1000;

    /** Any number, the same in every instance. */
    private static final long LOCK = 0x6761_7465_6c6f_67L;

    private static final String TAKE = """
            with taken as (
                delete from business_log_unsealed where entry in (
                    select entry from business_log_unsealed order by entry limit ?)
                returning entry)
            select log.* from taken join business_log log on log.id = taken.entry order by log.id
            """;

    private static final String SEAL =
            "insert into business_log_seal (position, entry, hash) select * from unnest(?::bigint[], ?::bigint[], ?::text[])";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    Sealer(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** @return how many rows were sealed: all that were committed when it began */
    @Scheduled(fixedDelayString = "${gatehouse.audit.seal-every:PT1S}")
    long seal() {
        long sealed = 0;
        int batch;
        do {
            batch = transactions.execute(status -> sealBatch());
            sealed += batch;
        } while (batch == BATCH);
        return sealed;
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
        long position = last.map(Head::position).orElse(0L);
        var hash = last.map(Head::hash).orElse(Chain.START);
        var positions = new ArrayList<Long>();
        var hashes = new ArrayList<String>();
        for (var entry : entries) {
            position++;
            hash = Chain.hash(hash, Chain.digest(position, entry));
            positions.add(position);
            hashes.add(hash);
        }
        jdbc.update(connection -> {
            var statement = connection.prepareStatement(SEAL);
            statement.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", entries.stream().map(LogEntry::id).toArray()));
            statement.setArray(3, connection.createArrayOf("text", hashes.toArray()));
            return statement;
        });
    }
}
