package io.gatehouse.catalogue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.catalogue.ReleaseLine.Outcome;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.exemption.Exemptions;
import io.gatehouse.mail.Mail;
import io.gatehouse.mail.Mails;
import io.gatehouse.requests.Requests;

/** The end of a release: approved versions begin to sell, all of a request in one go; safe to run twice. */
@Component
@Transactional
class Publication {

    private static final int NAMED = 20;

    private final Items items;
    private final ReleaseLines lines;
    private final Exemptions exemptions;
    private final Requests requests;
    private final Mails mails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publication(
            Items items,
            ReleaseLines lines,
            Exemptions exemptions,
            Requests requests,
            Mails mails,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.lines = lines;
        this.exemptions = exemptions;
        this.requests = requests;
        this.mails = mails;
        this.events = events;
        this.clock = clock;
    }

    /** An item the superapp took down is reviewed before it comes back, also where the game is exempt. */
    boolean approveIfExempt(String number) {
        var game = Objects.requireNonNull(requests.get(number).game());
        if (!exemptions.covers(game)
                || items(lines.of(number)).values().stream().anyMatch(Item::isTakenDownBySuperapp)) {
            return false;
        }
        lines.approveAsExempt(number);
        var status = exemptions.status(game);
        requests.approveByRule(number, "exempt: " + status.request());
        return true;
    }

    boolean publish(String number) {
        var all = lines.of(number);
        var approved =
                all.stream().filter(it -> it.outcome() == Outcome.APPROVED).toList();
        var exempt = lines.isExempt(number);
        var known = items(approved);
        var released = new ArrayList<String>();
        var dropped = new ArrayList<String>();
        var details = new LinkedHashMap<String, String>();
        var prices = lines.prices(number);
        var now = clock.instant();
        for (var line : approved) {
            var item = known.get(line.item());
            if (item == null || !item.isInReviewUnder(number)) {
                dropped.add(line.code());
                continue;
            }
            items.save(item.release(number, exempt, now));
            released.add(line.code());
            details.put(
                    line.code(),
                    "version %d, %s"
                            .formatted(line.version(), prices.get(line.code()).after()));
        }
        lines.settle(number, released, Outcome.RELEASED);
        lines.settle(number, dropped, Outcome.DROPPED);
        if (!released.isEmpty()) {
            var game = Objects.requireNonNull(requests.get(number).game());
            events.publishEvent(new BusinessEvent(
                            "items.released", BusinessEvent.SYSTEM, "request " + number, game, number, details)
                    .with("exempt", exempt));
        }
        return lines.of(number).stream().allMatch(it -> it.outcome() == Outcome.RELEASED);
    }

    void tellTeam(String number) {
        var request = requests.get(number);
        var all = lines.of(number);
        var rejected =
                all.stream().filter(it -> it.outcome() == Outcome.REJECTED).toList();
        var model = new LinkedHashMap<String, Object>();
        model.put("number", number);
        model.put(
                "released",
                all.stream().filter(it -> it.outcome() == Outcome.RELEASED).count());
        model.put("asked", all.size());
        model.put("rejected", reasons(rejected));
        mails.queue(Mail.of(
                        number + "/release-decided",
                        request.requestedBy(),
                        rejected.isEmpty() ? "release-released" : "release-decided",
                        model,
                        "/virtual-payment/items?game=" + request.game())
                .about(request.game(), number));
    }

    private Map<UUID, Item> items(List<ReleaseLine> of) {
        return items.findAllById(of.stream().map(ReleaseLine::item).toList()).stream()
                .collect(Collectors.toMap(Item::id, Function.identity()));
    }

    private static String reasons(List<ReleaseLine> rejected) {
        var named = rejected.stream()
                .limit(NAMED)
                .map(it -> "- %s: %s".formatted(it.code(), it.reason()))
                .collect(Collectors.joining("\n"));
        return rejected.size() > NAMED ? named + "\n…" : named;
    }
}
