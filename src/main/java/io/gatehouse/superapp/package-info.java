/** The superapp's backend as we call it and as it calls us: payments, refunds, signed and encrypted callbacks. */
@ApplicationModule(allowedDependencies = {"core", "wire"})
@NullMarked
package io.gatehouse.superapp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
