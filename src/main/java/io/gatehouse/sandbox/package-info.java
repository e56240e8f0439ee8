/**
 * A toy superapp, toy games and toy players that speak the public wire only: the default run's other ends, active in
 * profile {@code sandbox} alone.
 */
@ApplicationModule(allowedDependencies = {"core", "access", "catalogue"})
@NullMarked
package io.gatehouse.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
