package io.gatehouse.api;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Env;
import io.gatehouse.delivery.ConfigurationView;
import io.gatehouse.delivery.EndpointHealth;
import io.gatehouse.delivery.Form;
import io.gatehouse.delivery.NotificationSwitch;

/** Where a game is notified. */
@Schema(name = "Configuration", description = "Where a game is notified, and how that goes")
record ConfigurationResource(
        String url,
        String testUrl,
        Form form,

        @Schema(description = "Whether one of the two addresses is not encrypted")
        boolean plainHttp,

        @Schema(description = "Whether delivery notifications go out; while they do not, paid orders wait")
        boolean notificationsOn,

        @Schema(description = "What is missing before they can be turned on")
        List<NotificationSwitch.Precondition> missing,

        @Schema(description = "When the Test URL last answered a test correctly; null if it has not yet") @Nullable
        Instant testAnsweredAt,

        String savedBy,
        Instant savedAt,

        @Schema(description = "URL (LIVE) and Test URL (SANDBOX), and how they did in the last 24 hours")
        List<EndpointResource> endpoints) {

    /** How one of the addresses does. */
    @Schema(name = "Endpoint", description = "How an address did in the last 24 hours; tests are not counted")
    record EndpointResource(
            Env env,
            EndpointHealth.Phase phase,
            long attempts,
            long acknowledged,

            @Schema(description = "Half of the attempts took at most so many milliseconds") @Nullable
            Integer p50,

            @Nullable Integer p95,
            @Nullable Integer p99,

            @Schema(description = "Notifications that wait to be sent")
            long waiting,

            @Schema(description = "When the oldest of them came") @Nullable
            Instant oldest,

            @Schema(description = "Since when it has been in this phase; null while it works") @Nullable
            Instant since,

            @Schema(description = "What the last failure was", example = "timeout") @Nullable
            String lastDiagnosis,

            @Schema(description = "When an endpoint that is given a rest is tried again") @Nullable
            Instant nextProbe) {

        static EndpointResource of(EndpointHealth health) {
            return new EndpointResource(
                    health.env(),
                    health.phase(),
                    health.attempts(),
                    health.acknowledged(),
                    health.p50(),
                    health.p95(),
                    health.p99(),
                    health.waiting(),
                    health.oldest(),
                    health.since(),
                    health.lastDiagnosis(),
                    health.nextProbe());
        }
    }

    static ConfigurationResource of(
            ConfigurationView saved,
            Collection<NotificationSwitch.Precondition> missing,
            List<EndpointHealth> endpoints) {
        return new ConfigurationResource(
                saved.url(),
                saved.testUrl(),
                saved.form(),
                saved.plainHttp(),
                saved.switchedOn(),
                List.copyOf(missing),
                saved.mockAnsweredAt(),
                saved.savedBy().value(),
                saved.savedAt(),
                endpoints.stream().map(EndpointResource::of).toList());
    }
}
