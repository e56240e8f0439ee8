package io.gatehouse.bench.peers;

import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

import io.gatehouse.bench.PaidOrder;
import io.gatehouse.bench.Peer;

/**
 * db-scheduler with lock-and-fetch, its strategy for high throughput on PostgreSQL, in the limits its documentation names
 * for keeping the threads busy; tasks are scheduled in the order's transaction, and the scheduler is told to look.
 */
public final class DbSchedulerPeer implements Peer {

    private static final int THREADS = 16;
    private static final Duration POLL = Duration.ofMillis(50);

    private static final String TABLES = """
            create table scheduled_tasks (
                task_name            text        not null,
                task_instance        text        not null,
                task_data            bytea,
                execution_time       timestamptz not null,
                picked               boolean     not null,
                picked_by            text,
                last_success         timestamptz,
                last_failure         timestamptz,
                consecutive_failures int,
                last_heartbeat       timestamptz,
                version              bigint      not null,
                priority             smallint,
                state                text,
                primary key (task_name, task_instance)
            );
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            """;

    private @Nullable Tools tools;
    private @Nullable OneTimeTask<Void> deliver;
    private @Nullable SchedulerClient client;
    private @Nullable Scheduler scheduler;

    @Override
    public void prepare(Tools tools) {
        this.tools = tools;
        tools.jdbc().execute(TABLES);
        var task = Tasks.oneTime("deliver").execute((instance, context) -> {
            var order = tools.orders().get(Long.parseLong(instance.getId()));
            tools.servers().tell(order);
            tools.orders().delivered(order.id());
        });
        deliver = task;
        client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(tools.dataSource()), task)
                .build();
    }

    @Override
    public void enqueue(PaidOrder order) {
        if (client != null && deliver != null) {
            client.scheduleIfNotExists(deliver.instance(String.valueOf(order.id())), Instant.now());
        }
    }

    @Override
    public void committed(PaidOrder order) {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void start() {
        if (tools != null && deliver != null) {
            scheduler = Scheduler.create(tools.dataSource(), deliver)
                    .threads(THREADS)
                    .pollingInterval(POLL)
                    .pollUsingLockAndFetch(1.0, 4.0)
                    .build();
            scheduler.start();
        }
    }

    @Override
    public void stop() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    @Override
    public String waiting() {
        return "select count(*) from scheduled_tasks";
    }
}
