package io.gatehouse.api;

import java.net.URI;
import java.util.Currency;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.ItemCode;
import io.gatehouse.catalogue.ItemEntry;
import io.gatehouse.catalogue.ItemFilter;
import io.gatehouse.catalogue.ItemTab;
import io.gatehouse.catalogue.ItemView;
import io.gatehouse.core.IllegalTransition;

@RestController
@RequestMapping("/api/v1/games/{game}/items")
@Tag(name = "Items", description = "What a game sells: drafts, versions, pictures, and the end of a sale")
class ItemsApi {

    private static final int PAGE = 50;

    private final Catalogue catalogue;

    ItemsApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    @Requires(Capability.ITEM_VIEW)
    @Operation(summary = "api.does.items.list")
    Listing<ItemResource> list(
            Game game,
            @Parameter(description = "Which of them") @RequestParam(defaultValue = "ALL") ItemTab state,
            @Parameter(description = "Part of an id or a name") @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter = new ItemFilter(state, search);
        return Listing.of(cursor, it -> catalogue.list(game.appId(), filter, it, PAGE), ItemResource::of);
    }

    @PostMapping
    @Requires(Capability.ITEM_EDIT)
    @Operation(summary = "api.does.items.add")
    ResponseEntity<ItemResource> add(Game game, Person me, @RequestBody ItemWanted wanted) {
        var code = JsonRequest.text(wanted.code());
        var entry = new ItemEntry(
                code, JsonRequest.text(wanted.name()), price(game, wanted.price()), JsonRequest.text(wanted.remark()));
        var picture = wanted.picture();
        catalogue.add(game.appId(), entry, picture == null ? new byte[0] : picture, me.username());
        var item = catalogue.get(game.appId(), new ItemCode(code.strip()));
        return tagged(
                ResponseEntity.created(URI.create("/api/v1/games/%s/items/%s".formatted(game.appId(), item.code()))),
                item);
    }

    @GetMapping("/{code}")
    @Requires(Capability.ITEM_VIEW)
    @Operation(summary = "api.does.items.get")
    ResponseEntity<ItemResource> get(Game game, @PathVariable String code) {
        return tagged(ResponseEntity.ok(), catalogue.get(game.appId(), new ItemCode(code)));
    }

    @GetMapping("/{code}/versions")
    @Requires(Capability.ITEM_VIEW)
    @Operation(summary = "api.does.items.versions")
    Listing<ItemVersionResource> versions(Game game, @PathVariable String code) {
        return Listing.of(catalogue.versions(game.appId(), new ItemCode(code)).stream()
                .map(ItemVersionResource::of)
                .toList());
    }

    @PutMapping("/{code}")
    @Requires(Capability.ITEM_EDIT)
    @Operation(summary = "api.does.items.edit", description = "What would change nothing makes no draft.")
    ResponseEntity<ItemResource> edit(
            Game game,
            Person me,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ItemChange wanted) {
        var entry = new ItemEntry(
                code, JsonRequest.text(wanted.name()), price(game, wanted.price()), JsonRequest.text(wanted.remark()));
        catalogue.edit(game.appId(), entry, null, me.username(), it -> ETags.requireUnchanged(ifMatch, tag(it)));
        return get(game, code);
    }

    @PutMapping(
            path = "/{code}/picture",
            consumes = {"image/png", "image/jpeg"})
    @Requires(Capability.ITEM_EDIT)
    @Operation(summary = "api.does.items.picture")
    ResponseEntity<ItemResource> picture(
            Game game,
            Person me,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody byte[] picture) {
        var item = catalogue.get(game.appId(), new ItemCode(code));
        ETags.requireUnchanged(ifMatch, tag(item));
        var now = item.current();
        var entry = new ItemEntry(code, now.name(), now.price().major(), now.remark());
        catalogue.edit(game.appId(), entry, picture, me.username(), it -> ETags.requireUnchanged(tag(item), tag(it)));
        return get(game, code);
    }

    @DeleteMapping("/{code}")
    @Requires(Capability.ITEM_REMOVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "api.does.items.delete")
    void delete(
            Game game,
            Person me,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        catalogue.delete(
                game.appId(), new ItemCode(code), me.username(), it -> ETags.requireUnchanged(ifMatch, tag(it)));
    }

    @PostMapping("/removal")
    @Requires(Capability.ITEM_REMOVE)
    @Operation(summary = "api.does.items.remove")
    Listing<ItemResource> remove(Game game, Person me, @RequestBody ItemsEnded wanted) {
        catalogue.remove(game.appId(), wanted.codes(), JsonRequest.text(wanted.reason()), me.username());
        return all(game, wanted.codes());
    }

    @PostMapping("/takedown")
    @Requires(Capability.ITEM_TAKEDOWN)
    @Operation(summary = "api.does.items.take-down")
    Listing<ItemResource> takeDown(Game game, Person me, @RequestBody ItemsEnded wanted) {
        catalogue.takeDown(game.appId(), wanted.codes(), JsonRequest.text(wanted.reason()), me.username());
        return all(game, wanted.codes());
    }

    private Listing<ItemResource> all(Game game, List<ItemCode> codes) {
        return Listing.of(codes.stream()
                .map(it -> ItemResource.of(catalogue.get(game.appId(), it)))
                .toList());
    }

    /** As it is typed into the form: empty if it is missing, so that the rules of an item say so among all others. */
    private String price(Game game, @Nullable PriceWanted wanted) {
        return wanted == null ? "" : wanted.in("price", currency(game)).major();
    }

    private Currency currency(Game game) {
        return catalogue.currency(game.appId()).orElseThrow(() -> new IllegalTransition("item.no-merchant"));
    }

    private static ResponseEntity<ItemResource> tagged(ResponseEntity.BodyBuilder answer, ItemView item) {
        return answer.eTag(tag(item)).body(ItemResource.of(item));
    }

    /** Changes with every version and every change of state. */
    private static String tag(ItemView item) {
        return ETags.of(item.latest(), item.changedAt());
    }
}
