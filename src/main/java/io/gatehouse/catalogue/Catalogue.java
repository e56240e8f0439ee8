package io.gatehouse.catalogue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Page;
import io.gatehouse.core.Username;
import io.gatehouse.exemption.ItemsToTakeDown;

/** The items of the games: what is typed in, what sells, and what sells no longer. */
@Service
@Transactional
public class Catalogue {

    private final Items items;
    private final ItemVersions versions;
    private final ItemList list;
    private final ItemRules rules;
    private final Drafting drafting;
    private final Pictures pictures;
    private final PictureUrls urls;
    private final GameCurrencies currencies;
    private final Goods goods;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Catalogue(
            Items items,
            ItemVersions versions,
            ItemList list,
            ItemRules rules,
            Drafting drafting,
            Pictures pictures,
            PictureUrls urls,
            GameCurrencies currencies,
            Goods goods,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.versions = versions;
        this.list = list;
        this.rules = rules;
        this.drafting = drafting;
        this.pictures = pictures;
        this.urls = urls;
        this.currencies = currencies;
        this.goods = goods;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds an item; it begins as a draft.
     *
     * @throws InvalidItem with everything that is wrong with the entry
     */
    public void add(AppId game, ItemEntry entry, byte[] picture, Username by) {
        access.require(by, Capability.ITEM_EDIT, game);
        var terms = terms(game, entry, picture);
        items.findByGameAndCode(game, terms.code().value()).ifPresent(taken -> {
            taken.requireNotDeletedBefore();
            throw new InvalidValue("code", "item.code-taken", taken.code());
        });
        var kept = pictures.keep(game, Picture.read(picture));
        drafting.draft(game, List.of(new DraftWanted(terms, kept)), by, "form");
    }

    /**
     * Makes the next draft of an item; what would change nothing makes none.
     *
     * @param picture null to keep the one it has
     */
    public void edit(AppId game, ItemEntry entry, byte @Nullable [] picture, Username by) {
        edit(game, entry, picture, by, it -> {});
    }

    /**
     * The same, if the item is still what the caller takes it for.
     *
     * @param asRead looks at it within the transaction and refuses; what is changed later than that look is noticed, too
     */
    public void edit(
            AppId game, ItemEntry entry, byte @Nullable [] picture, Username by, Consumer<? super ItemView> asRead) {
        access.require(by, Capability.ITEM_EDIT, game);
        var code = new ItemCode(entry.code());
        items.required(game, code).requireEditable();
        asRead.accept(get(game, code));
        var terms = terms(game, entry, picture);
        var kept = picture == null ? null : pictures.keep(game, Picture.read(picture));
        drafting.draft(game, List.of(new DraftWanted(terms, kept)), by, "form");
    }

    /** The team stops selling items, at once; everything ever ordered is kept. */
    public void remove(AppId game, Collection<ItemCode> codes, String reason, Username by) {
        access.require(by, Capability.ITEM_REMOVE, game);
        end(game, codes, Removal.byTeam(by, reason, clock.instant()), "item.removed", null);
    }

    /** The superapp stops selling items, at once. */
    public void takeDown(AppId game, Collection<ItemCode> codes, String reason, Username by) {
        access.require(by, Capability.ITEM_TAKEDOWN, game);
        end(game, codes, Removal.bySuperapp(by, reason, clock.instant()), "item.taken-down", null);
    }

    /** An exemption was revoked: what still sells of these items is taken down under that request. */
    void takeDown(ItemsToTakeDown revoked) {
        var selling = items.findByGameAndCodeIn(revoked.game(), revoked.codes()).stream()
                .filter(it -> it.released().isPresent())
                .map(it -> new ItemCode(it.code()))
                .toList();
        var removal = Removal.bySuperapp(revoked.by(), revoked.reason(), clock.instant());
        end(revoked.game(), selling, removal, "item.taken-down", revoked.request());
    }

    /** Takes away what was never released. */
    public void delete(AppId game, ItemCode code, Username by) {
        delete(game, code, by, it -> {});
    }

    /** The same, if the item is still what the caller takes it for. */
    public void delete(AppId game, ItemCode code, Username by, Consumer<? super ItemView> asRead) {
        access.require(by, Capability.ITEM_REMOVE, game);
        var item = items.required(game, code);
        asRead.accept(get(game, code));
        items.save(item.delete(by, clock.instant()));
        events.publishEvent(
                BusinessEvent.of("item.deleted", by.value(), "item " + code).in(game));
    }

    /** @throws NotFound also for an item of another game */
    @Transactional(readOnly = true)
    public ItemView get(AppId game, ItemCode code) {
        return list.find(game, code.value()).orElseThrow(() -> new NotFound("item.unknown", code));
    }

    /** All versions of an item, newest first. */
    @Transactional(readOnly = true)
    public List<VersionView> versions(AppId game, ItemCode code) {
        return versions.of(items.required(game, code).id()).stream()
                .map(VersionView::of)
                .toList();
    }

    @Transactional(readOnly = true)
    public Page<ItemView> list(AppId game, ItemFilter filter, @Nullable String after, int size) {
        return list.page(game, filter, after, size);
    }

    @Transactional(readOnly = true)
    public Map<ItemTab, Integer> counts(AppId game) {
        return list.counts(game);
    }

    /** The items whose draft can be asked for. */
    @Transactional(readOnly = true)
    public List<ItemCode> releasable(AppId game) {
        return list.releasable(game).stream().map(ItemCode::new).toList();
    }

    /** The item as it sells now; empty if it does not. */
    @Transactional(readOnly = true)
    public Optional<ReleasedItem> released(AppId game, String code) {
        return items.findByGameAndCode(game, code)
                .flatMap(item -> item.released().map(number -> versions.get(item.id(), number)))
                .map(it -> new ReleasedItem(code, it.name(), it.price(), urls.absolute(it.picture()), it.number()));
    }

    /** The ids of items that are called so, or were in an earlier version, whatever the case. */
    @Transactional(readOnly = true)
    public List<String> codesNamed(AppId game, String name) {
        return items.codesNamed(game.value(), name);
    }

    @Transactional(readOnly = true)
    public Optional<StoredPicture> picture(UUID id) {
        return pictures.content(id);
    }

    /**
     * Takes what a game's server uploads, each item by itself; pictures are fetched before any transaction.
     *
     * @param by in whose name the server has its secret
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void upload(AppId game, List<GoodsUpload> uploads, Username by) {
        access.require(by, Capability.ITEM_EDIT, game);
        goods.upload(game, uploads, by);
    }

    /** What came of the last upload. */
    @Transactional(readOnly = true)
    public List<GoodsStatus> uploads(AppId game) {
        return goods.uploads(game);
    }

    /** A game's server asks for release; decided like any other request. */
    public void publish(AppId game, List<String> ids, Username by) {
        access.require(by, Capability.ITEM_RELEASE, game);
        goods.publish(game, ids, by);
    }

    /** Where the last asking stands; only the items' ids are filled. */
    @Transactional(readOnly = true)
    public List<GoodsStatus> publications(AppId game) {
        return goods.publications(game);
    }

    /** The currency prices are typed in; empty while the team has no effective merchant. */
    public Optional<Currency> currency(AppId game) {
        return currencies.find(game);
    }

    /** How many code points a name may have here. */
    public int nameLimit() {
        return rules.nameLimit();
    }

    private void end(AppId game, Collection<ItemCode> codes, Removal removal, String event, @Nullable String request) {
        for (var code : codes) {
            var item = items.required(game, code);
            var version = item.released();
            items.save(item.remove(removal));
            var happened = BusinessEvent.of(event, removal.by().value(), "item " + code)
                    .in(game)
                    .with("version", version.map(String::valueOf).orElse("–"))
                    .with("reason", removal.reason());
            events.publishEvent(request == null ? happened : happened.under(request));
        }
    }

    private ItemTerms terms(AppId game, ItemEntry entry, byte @Nullable [] picture) {
        var findings = rules.findings(entry, currencies.of(game));
        var faults = new ArrayList<>(findings.faults());
        if (picture != null) {
            try {
                Picture.read(picture);
            } catch (InvalidValue e) {
                faults.add(e);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidItem(faults);
        }
        return findings.terms().orElseThrow();
    }
}
