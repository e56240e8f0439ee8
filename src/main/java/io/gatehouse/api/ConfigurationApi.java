package io.gatehouse.api;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.core.NotFound;
import io.gatehouse.delivery.ConfigurationView;
import io.gatehouse.delivery.DeliveryConfigurations;
import io.gatehouse.delivery.EndpointHealths;
import io.gatehouse.delivery.Form;
import io.gatehouse.delivery.NotificationSwitch;
import io.gatehouse.delivery.TestNotifications;

@RestController
@RequestMapping("/api/v1/games/{game}/configuration")
@Tag(
        name = "Configuration",
        description = "Where a game is notified, whether that works, and the switch that lets it out")
class ConfigurationApi {

    private final DeliveryConfigurations configurations;
    private final NotificationSwitch notificationSwitch;
    private final TestNotifications tests;
    private final EndpointHealths healths;
    private final Wording words;

    ConfigurationApi(
            DeliveryConfigurations configurations,
            NotificationSwitch notificationSwitch,
            TestNotifications tests,
            EndpointHealths healths,
            Wording words) {
        this.configurations = configurations;
        this.notificationSwitch = notificationSwitch;
        this.tests = tests;
        this.healths = healths;
        this.words = words;
    }

    @GetMapping
    @Requires(Capability.DELIVERY_CONFIG_VIEW)
    @Operation(
            summary = "api.does.configuration.get",
            description = "Not found before it was saved for the first time.")
    ResponseEntity<ConfigurationResource> get(Game game) {
        return tagged(ResponseEntity.ok(), saved(game));
    }

    @PutMapping
    @Requires(Capability.DELIVERY_CONFIG_EDIT)
    @Operation(
            summary = "api.does.configuration.save",
            description = "The first save asks for certificate and key, once; see the credentials. Another Test URL or"
                    + " form has to answer a test again before the switch can be turned on. An endpoint that was switched"
                    + " off by a 410 is called again.")
    ResponseEntity<ConfigurationResource> save(
            Game game,
            Person me,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ConfigurationWanted wanted) {
        var before = configurations.of(game.appId());
        var form = wanted.form() == null ? before.map(ConfigurationView::form).orElse(Form.A) : wanted.form();
        var saved = configurations.save(
                game.appId(),
                JsonRequest.text(wanted.url()),
                JsonRequest.text(wanted.testUrl()),
                form,
                me.username(),
                now -> ETags.requireUnchanged(
                        ifMatch, now.map(ConfigurationApi::tag).orElse("")));
        return tagged(
                before.isPresent()
                        ? ResponseEntity.ok()
                        : ResponseEntity.created(URI.create("/api/v1/games/%s/configuration".formatted(game.appId()))),
                saved);
    }

    @PostMapping("/test")
    @Requires(Capability.DELIVERY_CONFIG_EDIT)
    @Operation(
            summary = "api.does.configuration.test",
            description =
                    "It is a mock: no order is made and no money moves. Answers with the attempt whatever became of"
                            + " it; outcome and diagnosis say so.")
    AttemptResource test(Game game, Person me) {
        return AttemptResource.of(tests.send(game.appId(), me.username()), words);
    }

    @GetMapping("/test")
    @Requires(Capability.DELIVERY_CONFIG_VIEW)
    @Operation(summary = "api.does.configuration.last-test", description = "Not found before the first.")
    AttemptResource lastTest(Game game) {
        return tests.last(game.appId())
                .map(it -> AttemptResource.of(it, words))
                .orElseThrow(() -> new NotFound("api.no-test"));
    }

    @PutMapping("/switch")
    @Requires(Capability.ITEM_NOTIFY_SWITCH)
    @Operation(
            summary = "api.does.configuration.switch",
            description = "Off: paid orders wait, none is dropped. On is refused while something is missing.")
    ResponseEntity<ConfigurationResource> turn(Game game, Person me, @RequestBody SwitchWanted wanted) {
        if (wanted.required() != notificationSwitch.isOn(game.appId())) {
            if (wanted.required()) {
                notificationSwitch.turnOn(game.appId(), me.username());
            } else {
                notificationSwitch.turnOff(game.appId(), me.username());
            }
        }
        return get(game);
    }

    @PostMapping("/reopening")
    @Requires(Capability.DELIVERY_CONFIG_EDIT)
    @Operation(summary = "api.does.configuration.reopen")
    ResponseEntity<ConfigurationResource> reopen(Game game, Person me) {
        configurations.switchOnAgain(game.appId(), me.username());
        return get(game);
    }

    private ConfigurationView saved(Game game) {
        return configurations.of(game.appId()).orElseThrow(() -> new NotFound("delivery.not-configured"));
    }

    private ResponseEntity<ConfigurationResource> tagged(ResponseEntity.BodyBuilder answer, ConfigurationView saved) {
        return answer.eTag(tag(saved))
                .body(ConfigurationResource.of(
                        saved, notificationSwitch.missing(saved.game()), healths.of(saved.game())));
    }

    private static String tag(ConfigurationView saved) {
        return ETags.of(saved.savedAt());
    }
}
