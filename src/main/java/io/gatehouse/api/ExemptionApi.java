package io.gatehouse.api;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.core.NotFound;
import io.gatehouse.exemption.ExemptionRevocations;
import io.gatehouse.exemption.Exemptions;
import io.gatehouse.workflow.Forms;

@RestController
@RequestMapping("/api/v1/games/{game}/exemption")
@Tag(name = "Exemption", description = "The exemption from release approval: ask for it, and its revocation")
class ExemptionApi {

    private static final String FORM = "request-exemption";

    private final Exemptions exemptions;
    private final ExemptionRevocations revocations;
    private final Forms forms;

    ExemptionApi(Exemptions exemptions, ExemptionRevocations revocations, Forms forms) {
        this.exemptions = exemptions;
        this.revocations = revocations;
        this.forms = forms;
    }

    @GetMapping
    @Requires(Capability.EXEMPTION_VIEW)
    @Operation(summary = "api.does.exemption.get")
    ExemptionResource get(Game game) {
        return ExemptionResource.of(exemptions.status(game.appId()));
    }

    @PostMapping("/requests")
    @Requires(Capability.EXEMPTION_REQUEST)
    @Operation(summary = "api.does.exemption.ask")
    ResponseEntity<RequestResource> request(Game game, Person me, @RequestBody MessageWanted wanted) {
        var values = forms.check(FORM, wanted.fields());
        var request = exemptions.request(game.appId(), String.valueOf(values.get("message")), me.username());
        return ResponseEntity.created(
                        URI.create("/api/v1/games/%s/exemption/requests/%s".formatted(game.appId(), request.number())))
                .body(RequestResource.of(request));
    }

    @GetMapping("/requests/{number}")
    @Requires(Capability.EXEMPTION_VIEW)
    @Operation(summary = "api.does.exemption.request")
    RequestResource request(Game game, @PathVariable String number) {
        return exemptions.status(game.appId()).rounds().stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .map(RequestResource::of)
                .orElseThrow(() -> new NotFound("request.unknown", number));
    }

    @PostMapping("/requests/{number}/withdrawal")
    @Requires(Capability.EXEMPTION_REQUEST)
    @Operation(summary = "api.does.exemption.withdraw")
    RequestResource withdraw(Game game, Person me, @PathVariable String number) {
        exemptions.withdraw(game.appId(), number, me.username());
        return request(game, number);
    }

    @GetMapping("/impact")
    @Requires(Capability.EXEMPTION_REVOKE)
    @Operation(summary = "api.does.exemption.impact")
    ImpactResource impact(Game game) {
        return ImpactResource.of(revocations.impact(game.appId()));
    }

    @PostMapping("/revocations")
    @Requires(Capability.EXEMPTION_REVOKE)
    @Operation(
            summary = "api.does.exemption.revoke",
            description = "At once; with more items than the impact says, a second person confirms it first.")
    ResponseEntity<RequestResource> revoke(Game game, Person me, @RequestBody RevocationAsked wanted) {
        var request = revocations.ask(wanted.of(game.appId()), me.username());
        return ResponseEntity.created(URI.create(
                        "/api/v1/games/%s/exemption/revocations/%s".formatted(game.appId(), request.number())))
                .body(RequestResource.of(revocations.get(request.number())));
    }

    @GetMapping("/revocations/{number}")
    @Requires(Capability.EXEMPTION_REVOKE)
    @Operation(summary = "api.does.exemption.revocation")
    RequestResource revocation(Game game, @PathVariable String number) {
        return revocations.of(game.appId()).stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .map(RequestResource::of)
                .orElseThrow(() -> new NotFound("request.unknown", number));
    }

    @PostMapping("/revocations/{number}/withdrawal")
    @Requires(Capability.EXEMPTION_REVOKE)
    @Operation(summary = "api.does.exemption.withdraw-revocation")
    RequestResource withdrawRevocation(Game game, Person me, @PathVariable String number) {
        revocation(game, number);
        revocations.withdraw(game.appId(), number, me.username());
        return revocation(game, number);
    }
}
