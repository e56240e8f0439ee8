/** The business log and its hash chain, the cases an auditor reads, their evidence, and the failed steps of operations. */
@ApplicationModule(allowedDependencies = {"core", "access", "workflow", "requests", "mail", "delivery"})
@NullMarked
package io.gatehouse.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
