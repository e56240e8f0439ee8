/** The shell every page stands in, home, the review pages, the roles, and how refusals are shown. */
@ApplicationModule(allowedDependencies = {"core", "access", "workflow", "requests", "enablement", "catalogue"})
@NullMarked
package io.gatehouse.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
