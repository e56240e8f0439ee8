/** The receiver kit: what a game's server must understand, examined at its Test URL; and the replay laboratory. */
@ApplicationModule(allowedDependencies = {"core", "access", "wire", "credentials", "delivery"})
@NullMarked
package io.gatehouse.conformance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
