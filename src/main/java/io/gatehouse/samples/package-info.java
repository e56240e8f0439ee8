/**
 * What the default run begins with: people, teams, games, merchants, and one game that already sells. Active in profile
 * {@code sandbox} alone.
 */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "access",
            "workflow",
            "requests",
            "merchant",
            "enablement",
            "credentials",
            "delivery",
            "catalogue",
            "serverapi",
            "sandbox"
        })
@NullMarked
package io.gatehouse.samples;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
