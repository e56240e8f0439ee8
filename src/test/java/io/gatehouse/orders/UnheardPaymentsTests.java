package io.gatehouse.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.core.HotPath;
import io.gatehouse.delivery.Notifications;
import io.gatehouse.superapp.Callback;
import io.gatehouse.superapp.Callbacks;

import static org.assertj.core.api.Assertions.assertThat;

/** Payments that are stored together, while whoever stores them only hears that the connection was lost … */
class UnheardPaymentsTests extends OrderTest {

    private static final int CROWD = 20;

    @Autowired
    private Callbacks callbacks;

    @Autowired
    private Notifications notifications;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private HotPath hotPath;

    /** Twice it commits and says what Hibernate says when it does not hear of it; the first one waits for company. */
    private static final class Unheard extends TransactionTemplate {

        private static final long serialVersionUID = 1L;

        private final transient CountDownLatch company = new CountDownLatch(1);
        private final AtomicInteger commits = new AtomicInteger();

        Unheard(PlatformTransactionManager transactions) {
            super(transactions);
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            var commit = commits.incrementAndGet();
            if (commit == 1) {
                try {
                    company.await(1, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            } else {
                company.countDown();
            }
            var done = super.execute(action);
            if (commit <= 2) {
                throw new JpaSystemException(new TransactionException("Unable to commit against JDBC Connection"));
            }
            return done;
        }
    }

    @Test
    void areNobodysReplays() throws Exception {
        var unheard = new Unheard(transactions);
        var recorder = new PaymentRecorder(stored, callbacks, notifications, events, unheard, hotPath);
        var orderNos =
                IntStream.range(0, CROWD).mapToObj(it -> placed("uh-" + it)).toList();

        var failures = atOnce(IntStream.range(0, CROWD)
                .<Callable<Object>>mapToObj(it -> () -> recorder.record(report("uh-" + it)))
                .toList());

        assertThat(failures).hasSizeGreaterThan(2).hasOnlyElementsOfType(JpaSystemException.class);
        assertThat(orderNos).allSatisfy(it -> assertThat(get(it).isPaid()).isTrue());
    }

    private PaymentRecorder.Report report(String outTradeNo) {
        var callback = new Callback(
                outTradeNo,
                "TRANSACTION.SUCCESS",
                JsonNodeFactory.instance.objectNode(),
                clock.instant(),
                UUID.randomUUID().toString());
        return new PaymentRecorder.Report(payment(outTradeNo), callback);
    }

    private static List<Throwable> atOnce(List<Callable<Object>> calls) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var failures = new ArrayList<Throwable>();
            for (Future<Object> call : threads.invokeAll(calls)) {
                try {
                    call.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
            return failures;
        } finally {
            threads.shutdownNow();
        }
    }
}
