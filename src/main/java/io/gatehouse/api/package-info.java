/** The management API: what the console offers, for programs of people, with the same rights; translates, decides nothing. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "catalogue",
            "core",
            "credentials",
            "delivery",
            "enablement",
            "exemption",
            "merchant",
            "orders",
            "refunds",
            "requests",
            "workflow"
        })
@NullMarked
package io.gatehouse.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
