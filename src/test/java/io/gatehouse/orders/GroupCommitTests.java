package io.gatehouse.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A group commit … */
class GroupCommitTests {

    private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();

    @Test
    void doesOneAloneAtOnceAndOnItsOwnThread() {

        var threads = new ArrayList<Thread>();
        var commit = new GroupCommit<Integer, Integer>(
                items -> {
                    threads.add(Thread.currentThread());
                    return items;
                },
                failure -> true);

        assertThat(commit.add(7)).isEqualTo(7);
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void doesTogetherWhatComesWhileOthersAreUnderWay() throws Exception {

        var begun = new Semaphore(0);
        var open = new CountDownLatch(1);
        var commit = new GroupCommit<Integer, Integer>(
                items -> {
                    groups.add(items);
                    begun.release();
                    waitFor(open);
                    return items;
                },
                failure -> true);

        var answers = addAll(commit, 1);
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        answers.addAll(addAll(commit, 1));
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        answers.addAll(addAll(commit, 30));
        open.countDown();

        for (var answer : answers) {
            answer.get(10, TimeUnit.SECONDS);
        }
        assertThat(groups).allSatisfy(it -> assertThat(it).isNotEmpty());
        assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(32);
    }

    @Test
    void thatFailsForOneOfThemIsDoneForEachAlone() throws Exception {

        var commit = new GroupCommit<Integer, Integer>(
                items -> {
                    groups.add(items);
                    if (items.contains(13)) {
                        throw new IllegalArgumentException("thirteen");
                    }
                    return items;
                },
                failure -> true);

        var answers = addAll(commit, 20);

        for (var i = 0; i < 20; i++) {
            if (i == 13) {
                assertThat(answers.get(i)).failsWithin(10, TimeUnit.SECONDS);
            } else {
                assertThat(answers.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(i);
            }
        }
    }

    @Test
    void thatFailsForAllOfThemIsNotTriedAgain() {

        var commit = new GroupCommit<Integer, Integer>(
                items -> {
                    groups.add(items);
                    throw new IllegalStateException("no database");
                },
                failure -> false);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> commit.add(1))
                .withMessage("no database");
        assertThat(groups).hasSize(1);
    }

    private static List<CompletableFuture<Integer>> addAll(GroupCommit<Integer, Integer> commit, int count) {
        var threads = Executors.newCachedThreadPool();
        var answers = new ArrayList<CompletableFuture<Integer>>();
        IntStream.range(0, count)
                .forEach(it -> answers.add(CompletableFuture.supplyAsync(() -> commit.add(it), threads)));
        threads.shutdown();
        return answers;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
