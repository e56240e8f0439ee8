/** Orders of players: the purchase and its checks, the payment, the state of the delivery, and what may be given back. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "catalogue",
            "core",
            "credentials",
            "delivery",
            "enablement",
            "exemption",
            "mail",
            "merchant",
            "requests",
            "superapp",
            "wire",
            "workflow"
        })
@NullMarked
package io.gatehouse.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
