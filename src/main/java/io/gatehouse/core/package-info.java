/** Words every module shares: ids, money, refusals, and what goes into the business log. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.gatehouse.core;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
