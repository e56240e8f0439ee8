/** Refunds: who asked for money back, who granted it, who paid it, and that it was paid once. */
@ApplicationModule(
        allowedDependencies = {"core", "access", "requests", "workflow", "mail", "orders", "delivery", "superapp"})
@NullMarked
package io.gatehouse.refunds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
