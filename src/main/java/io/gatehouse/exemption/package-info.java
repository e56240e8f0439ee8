/** The permission to release items without approval: asked for by a team, granted and revoked by the superapp. */
@ApplicationModule(allowedDependencies = {"core", "access", "mail", "workflow", "requests", "merchant", "enablement"})
@NullMarked
package io.gatehouse.exemption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
