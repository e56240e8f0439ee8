package io.gatehouse.api;

import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.ItemCode;
import io.gatehouse.catalogue.Releases;
import io.gatehouse.workflow.Forms;

@RestController
@RequestMapping("/api/v1/games/{game}/releases")
@Tag(name = "Releases", description = "Ask for the release of drafts, one or up to 10,000 in one request")
class ReleasesApi {

    private static final int PAGE = 50;
    private static final String FORM = "request-release";

    private final Releases releases;
    private final Catalogue catalogue;
    private final Forms forms;

    ReleasesApi(Releases releases, Catalogue catalogue, Forms forms) {
        this.releases = releases;
        this.catalogue = catalogue;
        this.forms = forms;
    }

    @GetMapping
    @Requires(Capability.ITEM_VIEW)
    @Operation(summary = "api.does.releases.list")
    Listing<RequestResource> list(Game game, @RequestParam(required = false) @Nullable String cursor) {
        return Listing.of(cursor, it -> releases.list(game.appId(), it, PAGE), RequestResource::of);
    }

    @PostMapping
    @Requires(Capability.ITEM_RELEASE)
    @Operation(
            summary = "api.does.releases.ask",
            description = "Where the game is exempt they are released without asking anybody.")
    ResponseEntity<RequestResource> ask(Game game, Person me, @RequestBody ReleaseWanted wanted) {
        var values = forms.check(FORM, wanted.fields());
        var request =
                releases.ask(game.appId(), codes(game, wanted), String.valueOf(values.get("message")), me.username());
        return ResponseEntity.created(
                        URI.create("/api/v1/games/%s/releases/%s".formatted(game.appId(), request.number())))
                .body(RequestResource.of(request));
    }

    @GetMapping("/{number}")
    @Requires(Capability.ITEM_VIEW)
    @Operation(summary = "api.does.releases.get")
    RequestResource get(Game game, @PathVariable String number) {
        return RequestResource.of(releases.get(game.appId(), number));
    }

    @PostMapping("/{number}/withdrawal")
    @Requires(Capability.ITEM_RELEASE)
    @Operation(summary = "api.does.releases.withdraw")
    RequestResource withdraw(Game game, Person me, @PathVariable String number) {
        releases.withdraw(game.appId(), number, me.username());
        return get(game, number);
    }

    private List<ItemCode> codes(Game game, ReleaseWanted wanted) {
        var items = wanted.items();
        return items == null
                ? catalogue.releasable(game.appId())
                : items.stream().map(JsonRequest::text).map(ItemCode::new).toList();
    }
}
