/** What a game sells: items, their versions, pictures, imports, and the way of a version to release. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "outbound",
            "access",
            "mail",
            "workflow",
            "requests",
            "merchant",
            "enablement",
            "exemption"
        })
@NullMarked
package io.gatehouse.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
