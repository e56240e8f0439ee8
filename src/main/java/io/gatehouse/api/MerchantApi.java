package io.gatehouse.api;

import java.net.URI;
import java.util.List;

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
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.Forms;

@RestController
@RequestMapping("/api/v1/games/{game}/merchant")
@Tag(name = "Merchant", description = "The merchant the team of a game is paid through; all its games have the same")
class MerchantApi {

    private static final String FORM = "request-merchant-binding";

    private final Merchants merchants;
    private final Requests requests;
    private final Forms forms;

    MerchantApi(Merchants merchants, Requests requests, Forms forms) {
        this.merchants = merchants;
        this.requests = requests;
        this.forms = forms;
    }

    @GetMapping
    @Requires(Capability.MERCHANT_VIEW)
    @Operation(summary = "api.does.merchant.get")
    BindingResource get(Game game) {
        return BindingResource.of(merchants.effective(game.team()), rounds(game));
    }

    @PostMapping("/requests")
    @Requires(Capability.MERCHANT_BIND)
    @Operation(summary = "api.does.merchant.ask")
    ResponseEntity<RequestResource> request(Game game, Person me, @RequestBody BindingWanted wanted) {
        var values = forms.check(FORM, wanted.fields());
        var request = merchants.requestBinding(
                game.team(),
                new MerchantId(String.valueOf(values.get("merchantId"))),
                String.valueOf(values.get("merchantName")),
                String.valueOf(values.get("message")),
                me.username());
        return ResponseEntity.created(
                        URI.create("/api/v1/games/%s/merchant/requests/%s".formatted(game.appId(), request.number())))
                .body(RequestResource.of(request));
    }

    @GetMapping("/requests/{number}")
    @Requires(Capability.MERCHANT_VIEW)
    @Operation(summary = "api.does.merchant.request")
    RequestResource request(Game game, @PathVariable String number) {
        return rounds(game).stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .map(RequestResource::of)
                .orElseThrow(() -> new NotFound("request.unknown", number));
    }

    @PostMapping("/requests/{number}/withdrawal")
    @Requires(Capability.MERCHANT_BIND)
    @Operation(summary = "api.does.merchant.withdraw")
    RequestResource withdraw(Game game, Person me, @PathVariable String number) {
        merchants.withdraw(game.team(), number, me.username());
        return request(game, number);
    }

    @PostMapping("/unbinding")
    @Requires(Capability.MERCHANT_BIND)
    @Operation(summary = "api.does.merchant.unbind")
    BindingResource unbind(Game game, Person me) {
        merchants.unbind(game.team(), me.username());
        return get(game);
    }

    private List<RequestView> rounds(Game game) {
        return requests.of(game.team(), RequestKind.MERCHANT_BINDING);
    }
}
