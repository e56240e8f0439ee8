package io.gatehouse.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Username;

/** Makes drafts: the one way in for what is typed by hand, imported, or uploaded by a server. */
@Component
class Drafting {

    private final Items items;
    private final ItemVersions versions;
    private final CurrentItems current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Drafting(Items items, ItemVersions versions, CurrentItems current, ApplicationEventPublisher events, Clock clock) {
        this.items = items;
        this.versions = versions;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Creates the items that are not there and edits the others; what would change nothing makes no version.
     *
     * @param origin {@code form}, {@code api} or the number of an import
     * @return how many versions were made
     */
    int draft(AppId game, List<DraftWanted> wanted, Username by, String origin) {
        var codes = wanted.stream().map(it -> it.terms().code().value()).toList();
        var known = current.of(game, codes);
        var edited = items
                .findAllById(known.values().stream().map(CurrentItem::id).toList())
                .stream()
                .collect(Collectors.toMap(Item::code, Function.identity()));
        var made = new ArrayList<ItemVersion>();
        var now = clock.instant();
        for (var each : wanted) {
            var code = each.terms().code().value();
            var before = known.get(code);
            if (before == null) {
                made.add(create(game, each, by, origin, now));
            } else {
                edit(edited.get(code), each, before, by, origin, now).ifPresent(made::add);
            }
        }
        items.flush();
        versions.add(made);
        return made.size();
    }

    private ItemVersion create(AppId game, DraftWanted wanted, Username by, String origin, Instant now) {
        if (wanted.picture() == null) {
            throw new InvalidValue("picture", "picture.missing");
        }
        var terms = wanted.terms();
        var item = items.save(new Item(UUID.randomUUID(), game, terms.code(), by, now));
        var version = version(item, terms, wanted.picture(), by, origin, now);
        events.publishEvent(event("item.created", item, by, origin)
                .with("name", terms.name())
                .with("price", terms.price())
                .with("remark", terms.remark())
                .with("picture", version.picture()));
        return version;
    }

    private Optional<ItemVersion> edit(
            Item item, DraftWanted wanted, CurrentItem before, Username by, String origin, Instant now) {
        item.requireNotDeletedBefore();
        item.requireEditable();
        var terms = wanted.terms();
        var picture = wanted.picture() == null ? before.picture() : wanted.picture();
        if (before.says(terms) && picture.equals(before.picture())) {
            return Optional.empty();
        }
        items.save(item.edit(by, now));
        var event = event("item.edited", item, by, origin);
        if (!before.name().equals(terms.name())) {
            event = event.change("name", before.name(), terms.name());
        }
        if (!before.price().equals(terms.price())) {
            event = event.change("price", before.price(), terms.price());
        }
        if (!before.remark().equals(terms.remark())) {
            event = event.change("remark", before.remark(), terms.remark());
        }
        if (!before.picture().equals(picture)) {
            event = event.change("picture", before.picture(), picture);
        }
        events.publishEvent(event);
        return Optional.of(version(item, terms, picture, by, origin, now));
    }

    private static ItemVersion version(
            Item item, ItemTerms terms, UUID picture, Username by, String origin, Instant now) {
        return new ItemVersion(
                item.id(), item.latest(), terms.name(), terms.price(), picture, terms.remark(), by, now, origin);
    }

    private static BusinessEvent event(String type, Item item, Username by, String origin) {
        return BusinessEvent.of(type, by.value(), "item " + item.code())
                .in(item.game())
                .with("version", item.latest())
                .with("origin", origin);
    }
}
