/**
 * A toy superapp, toy games and toy players that speak the public wire only, and the sample data: the default run's other
 * ends, active in profile {@code sandbox} alone.
 */
@ApplicationModule(allowedDependencies = {"core", "access", "merchant", "serverapi", "catalogue"})
@NullMarked
package io.gatehouse.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
