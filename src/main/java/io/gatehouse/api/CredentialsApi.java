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
import io.gatehouse.credentials.Credentials;
import io.gatehouse.credentials.CredentialsPage;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.Forms;

@RestController
@RequestMapping("/api/v1/games/{game}/credentials")
@Tag(
        name = "Credentials",
        description = "How it stands with certificate and key, and new ones. The secrets themselves are mailed; the"
                + " passphrase is shown once, in the console, to the person who asked")
class CredentialsApi {

    private static final String FORM = "request-credentials";

    private final Credentials credentials;
    private final CredentialsPage page;
    private final Requests requests;
    private final Forms forms;

    CredentialsApi(Credentials credentials, CredentialsPage page, Requests requests, Forms forms) {
        this.credentials = credentials;
        this.page = page;
        this.requests = requests;
        this.forms = forms;
    }

    @GetMapping
    @Requires(Capability.DELIVERY_CONFIG_VIEW)
    @Operation(summary = "api.does.credentials.get")
    CredentialsResource get(Game game, Person me) {
        return CredentialsResource.of(
                page.of(game.appId(), me.username()), requests.of(game.appId(), RequestKind.CREDENTIALS));
    }

    @PostMapping("/requests")
    @Requires(Capability.CREDENTIALS_REQUEST)
    @Operation(
            summary = "api.does.credentials.renew",
            description =
                    "They are issued within seconds and mailed to the person of this token, encrypted. The old ones"
                            + " are accepted for a while yet.")
    ResponseEntity<RequestResource> renew(Game game, Person me, @RequestBody MessageWanted wanted) {
        var values = forms.check(FORM, wanted.fields());
        var request = credentials.renew(game.appId(), me.username(), String.valueOf(values.get("message")));
        return ResponseEntity.created(URI.create(
                        "/api/v1/games/%s/credentials/requests/%s".formatted(game.appId(), request.number())))
                .body(RequestResource.of(request));
    }

    @GetMapping("/requests/{number}")
    @Requires(Capability.DELIVERY_CONFIG_VIEW)
    @Operation(summary = "api.does.credentials.request")
    RequestResource request(Game game, @PathVariable String number) {
        return requests.of(game.appId(), RequestKind.CREDENTIALS).stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .map(RequestResource::of)
                .orElseThrow(() -> new NotFound("request.unknown", number));
    }

    @PostMapping("/mail")
    @Requires(Capability.CREDENTIALS_REQUEST)
    @Operation(summary = "api.does.credentials.send-again")
    CredentialsResource sendAgain(Game game, Person me) {
        credentials.sendAgain(game.appId(), me.username());
        return get(game, me);
    }

    @PostMapping("/revocation")
    @Requires(Capability.CREDENTIALS_REQUEST)
    @Operation(summary = "api.does.credentials.revoke-old")
    CredentialsResource revokeOld(Game game, Person me) {
        credentials.revokeOld(game.appId(), me.username());
        return get(game, me);
    }
}
