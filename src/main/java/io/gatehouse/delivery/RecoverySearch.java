package io.gatehouse.delivery;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks for what a recovery has to send again, a piece at a time; whichever instance comes first takes the next. */
@Component
class RecoverySearch {

    private static final int PIECE = 1000;

    private final StoredRecoveries recoveries;
    private final RecoveryWork work;
    private final Redelivery redelivery;
    private final Clock clock;

    RecoverySearch(StoredRecoveries recoveries, RecoveryWork work, Redelivery redelivery, Clock clock) {
        this.recoveries = recoveries;
        this.work = work;
        this.redelivery = redelivery;
        this.clock = clock;
    }

    /** @return whether there is more to look at */
    @Transactional
    public boolean advance() {
        recoveries.finish(clock.instant());
        var search = work.searching();
        search.ifPresent(this::look);
        return search.isPresent();
    }

    private void look(RecoveryWork.Search search) {
        var failed = work.next(search, PIECE);
        if (failed.isEmpty()) {
            work.lookedAtAll(search, clock.instant());
            return;
        }
        var acknowledged = work.acknowledged(failed);
        var unheard = failed.stream()
                .filter(it -> !acknowledged.contains(it.notification()))
                .toList();
        send(search, unheard);
        work.looked(search, failed.get(failed.size() - 1));
    }

    private void send(RecoveryWork.Search search, List<RecoveryWork.Failed> failed) {
        var unwanted = redelivery.unwanted(search.game(), RecoveryWork.deliveries(failed));
        var wanted = failed.stream()
                .collect(Collectors.partitioningBy(
                        it -> it.kind() != Kind.DELIVERY || !unwanted.contains(it.orderNo())));
        work.skip(search, wanted.get(false));
        work.enter(search, wanted.get(true), clock.instant());
        redelivery.sent(RecoveryWork.deliveries(wanted.get(true)));
    }
}
