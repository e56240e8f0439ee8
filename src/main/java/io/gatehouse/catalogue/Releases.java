package io.gatehouse.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Games;
import io.gatehouse.catalogue.ReleaseLine.Outcome;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Page;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;

/** Requests to release items. */
@Service
@Transactional
public class Releases {

    private final Items items;
    private final ReleaseLines lines;
    private final ItemReleaseProcess process;
    private final GameCurrencies currencies;
    private final Requests requests;
    private final Games games;
    private final Access access;
    private final CatalogueSettings settings;
    private final ApplicationEventPublisher events;

    Releases(
            Items items,
            ReleaseLines lines,
            ItemReleaseProcess process,
            GameCurrencies currencies,
            Requests requests,
            Games games,
            Access access,
            CatalogueSettings settings,
            ApplicationEventPublisher events) {
        this.items = items;
        this.lines = lines;
        this.process = process;
        this.currencies = currencies;
        this.requests = requests;
        this.games = games;
        this.access = access;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Asks the superapp to release the drafts of items, all in one request; where the game is exempt they are released
     * without asking anybody.
     *
     * @throws IllegalTransition naming the first item that cannot be released, and why
     */
    public RequestView ask(AppId game, Collection<ItemCode> codes, String message, Username by) {
        access.require(by, Capability.ITEM_RELEASE, game);
        var wanted = codes.stream().distinct().map(ItemCode::value).toList();
        if (wanted.isEmpty()) {
            throw new InvalidValue("items", "release.none-chosen");
        }
        if (wanted.size() > settings.releaseLimit()) {
            throw new InvalidValue("items", "release.too-many", wanted.size(), settings.releaseLimit());
        }
        var found = found(game, wanted);
        found.forEach(Item::requireReleasable);
        var subject = wanted.size() == 1 ? wanted.get(0) : wanted.get(0) + " +" + (wanted.size() - 1);
        var request = requests.open(RequestKind.RELEASE, game, games.get(game).team(), subject, message, by);
        var number = request.number();
        lines.add(number, found);
        lines.editors(number).forEach(it -> requests.changedBy(number, it));
        var takenDown = found.stream().anyMatch(Item::isTakenDownBySuperapp);
        found.forEach(it -> items.save(it.submit(number)));
        items.flush();
        requireCurrency(game, number);
        events.publishEvent(BusinessEvent.of("release.requested", by.value(), "request " + number)
                .in(game)
                .under(number)
                .with("items", String.join(", ", wanted)));
        process.requested(number, ReleaseFacts.of(lines.prices(number).values(), takenDown));
        return requests.get(number);
    }

    /** The submitter takes the request back before its decision; the items are drafts again. */
    public void withdraw(AppId game, String number, Username by) {
        access.require(by, Capability.ITEM_RELEASE, game);
        var request = get(game, number);
        requests.withdraw(request.number(), by);
        var open = lines.of(number).stream()
                .filter(it -> it.outcome() == Outcome.OPEN)
                .collect(Collectors.toMap(ReleaseLine::item, ReleaseLine::code));
        items.findAllById(open.keySet()).stream()
                .filter(it -> it.isInReviewUnder(number))
                .forEach(it -> items.save(it.returnToDraft(number)));
        lines.settle(number, open.values(), Outcome.WITHDRAWN);
        process.withdrawn(number);
    }

    /** @throws NotFound also for a request of another game */
    @Transactional(readOnly = true)
    public RequestView get(AppId game, String number) {
        return requests.find(number)
                .filter(it -> it.kind() == RequestKind.RELEASE && Objects.equals(it.game(), game))
                .orElseThrow(() -> new NotFound("request.unknown", number));
    }

    /**
     * Those of a game, newest first.
     *
     * @param after {@link Page#next()} of the page before
     */
    @Transactional(readOnly = true)
    public Page<RequestView> list(AppId game, @Nullable String after, int size) {
        return requests.list(game, RequestKind.RELEASE, after, size);
    }

    private List<Item> found(AppId game, List<String> wanted) {
        var found = items.findByGameAndCodeIn(game, wanted).stream()
                .filter(it -> !it.isDeleted())
                .toList();
        if (found.size() < wanted.size()) {
            var known = found.stream().map(Item::code).collect(Collectors.toSet());
            var unknown = wanted.stream().filter(it -> !known.contains(it)).findFirst();
            throw new NotFound("item.unknown", unknown.orElseThrow());
        }
        return found;
    }

    /** A price in a currency the team is no longer paid in cannot be sold. */
    private void requireCurrency(AppId game, String number) {
        var currency = currencies.of(game);
        lines.prices(number)
                .forEach((code, price) -> IllegalTransition.unless(
                        price.after().currency().equals(currency),
                        "item.other-currency",
                        code,
                        price.after().currency(),
                        currency));
    }
}
