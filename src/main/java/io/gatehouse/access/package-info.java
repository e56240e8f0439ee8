/** People, teams and their games, roles, the permission matrix, and the answer to "why can I not?". */
@ApplicationModule(allowedDependencies = "core")
@NullMarked
package io.gatehouse.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
