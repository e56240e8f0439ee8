/** The payment switch of a game: asked for by its team, decided by the superapp, and what is still to do after it. */
@ApplicationModule(allowedDependencies = {"core", "access", "mail", "workflow", "requests", "merchant"})
@NullMarked
package io.gatehouse.enablement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
