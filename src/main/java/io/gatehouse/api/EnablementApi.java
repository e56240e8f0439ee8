package io.gatehouse.api;

import java.net.URI;
import java.util.Comparator;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.beans.factory.ObjectProvider;
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
import io.gatehouse.enablement.Enablements;
import io.gatehouse.enablement.ReadinessCheck;
import io.gatehouse.workflow.Forms;

@RestController
@RequestMapping("/api/v1/games/{game}/enablement")
@Tag(
        name = "Enablement",
        description = "Ask for payment and see where it stands; the statuses are those of the cloud API"
                + " (RequestPaymentEnable, DescribeMNPPaymentApprovalInfo)")
class EnablementApi {

    private static final String FORM = "request-enablement";

    private final Enablements enablements;
    private final Forms forms;
    private final ObjectProvider<ReadinessCheck> readiness;

    EnablementApi(Enablements enablements, Forms forms, ObjectProvider<ReadinessCheck> readiness) {
        this.enablements = enablements;
        this.forms = forms;
        this.readiness = readiness;
    }

    @GetMapping
    @Requires(Capability.ENABLEMENT_VIEW)
    @Operation(summary = "api.does.enablement.get")
    EnablementResource get(Game game) {
        return EnablementResource.of(enablements.status(game.appId()), readiness(game));
    }

    @PostMapping("/requests")
    @Requires(Capability.ENABLEMENT_REQUEST)
    @Operation(summary = "api.does.enablement.ask")
    ResponseEntity<RequestResource> request(Game game, Person me, @RequestBody MessageWanted wanted) {
        var values = forms.check(FORM, wanted.fields());
        var request = enablements.request(game.appId(), (String) values.get("message"), me.username());
        return ResponseEntity.created(
                        URI.create("/api/v1/games/%s/enablement/requests/%s".formatted(game.appId(), request.number())))
                .body(RequestResource.of(request));
    }

    @GetMapping("/requests/{number}")
    @Requires(Capability.ENABLEMENT_VIEW)
    @Operation(summary = "api.does.enablement.request")
    RequestResource request(Game game, @PathVariable String number) {
        return enablements.status(game.appId()).rounds().stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .map(RequestResource::of)
                .orElseThrow(() -> new NotFound("request.unknown", number));
    }

    @PostMapping("/requests/{number}/withdrawal")
    @Requires(Capability.ENABLEMENT_REQUEST)
    @Operation(summary = "api.does.enablement.withdraw")
    RequestResource withdraw(Game game, Person me, @PathVariable String number) {
        enablements.withdraw(game.appId(), number, me.username());
        return request(game, number);
    }

    @PostMapping("/disabling")
    @Requires(Capability.ENABLEMENT_DISABLE)
    @Operation(summary = "api.does.enablement.disable")
    EnablementResource disable(Game game, Person me, @RequestBody ReasonWanted wanted) {
        enablements.disable(game.appId(), wanted.reason(), me.username());
        return get(game);
    }

    private List<ReadinessResource> readiness(Game game) {
        return readiness.stream()
                .sorted(Comparator.comparingInt(ReadinessCheck::order))
                .map(it -> new ReadinessResource(it.key(), it.done(game.appId())))
                .toList();
    }
}
