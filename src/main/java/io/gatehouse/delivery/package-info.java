/** Notifications to the games' servers: where they go, the outbox, sending, attempts, endpoint health, tests. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "charts",
            "access",
            "mail",
            "workflow",
            "outbound",
            "wire",
            "superapp",
            "credentials",
            "enablement"
        })
@NullMarked
package io.gatehouse.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
