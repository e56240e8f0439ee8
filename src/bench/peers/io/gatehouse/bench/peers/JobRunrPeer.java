package io.gatehouse.bench.peers;

import java.time.Duration;
import java.util.Objects;

import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;
import org.jspecify.annotations.Nullable;

import io.gatehouse.bench.PaidOrder;
import io.gatehouse.bench.Peer;

/**
 * JobRunr, open-source edition: eight workers a processor, its default for jobs that wait, and the shortest poll interval
 * it allows. That edition enqueues in a transaction of its own, so here after the order's: weaker than the others.
 */
public final class JobRunrPeer implements Peer {

    private static final int WORKERS = 8 * Runtime.getRuntime().availableProcessors();
    private static final Duration POLL = Duration.ofSeconds(5);

    private @Nullable JobRequestScheduler scheduler;
    private @Nullable BackgroundJobServer server;
    private boolean started;

    /** Deliver that order. */
    public static final class Delivery implements JobRequest {

        private static final long serialVersionUID = 1L;

        private long order;

        /** For the JSON mapper. */
        public Delivery() {}

        Delivery(long order) {
            this.order = order;
        }

        public long getOrder() {
            return order;
        }

        public void setOrder(long order) {
            this.order = order;
        }

        @Override
        public Class<Deliverer> getJobRequestHandler() {
            return Deliverer.class;
        }
    }

    /** Delivers. */
    public static final class Deliverer implements JobRequestHandler<Delivery> {

        private final Tools tools;

        Deliverer(Tools tools) {
            this.tools = tools;
        }

        @Override
        public void run(Delivery delivery) {
            var order = tools.orders().get(delivery.getOrder());
            tools.servers().tell(order);
            tools.orders().delivered(order.id());
        }
    }

    @Override
    public void prepare(Tools tools) {
        var deliverer = new Deliverer(tools);
        var activator = new JobActivator() {
            @Override
            public <T> T activateJob(Class<T> type) {
                return type.cast(deliverer);
            }
        };
        scheduler = JobRunr.configure()
                .useJsonMapper(new JacksonJsonMapper())
                .useStorageProvider(new PostgresStorageProvider(tools.dataSource()))
                .useJobActivator(activator)
                .useBackgroundJobServerIf(
                        true,
                        BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                                .andWorkerCount(WORKERS)
                                .andPollInterval(POLL),
                        false)
                .initialize()
                .getJobRequestScheduler();
        server = JobRunr.getBackgroundJobServer();
    }

    @Override
    public void enqueue(PaidOrder order) {
        // see committed
    }

    @Override
    public void committed(PaidOrder order) {
        Objects.requireNonNull(scheduler).enqueue(new Delivery(order.id()));
    }

    @Override
    public void start() {
        var jobs = Objects.requireNonNull(server);
        if (started) {
            jobs.resumeProcessing();
        } else {
            jobs.start();
            started = true;
        }
    }

    @Override
    public void stop() {
        Objects.requireNonNull(server).pauseProcessing();
    }

    @Override
    public String waiting() {
        return "select count(*) from jobrunr_jobs where state <> 'SUCCEEDED'";
    }
}
