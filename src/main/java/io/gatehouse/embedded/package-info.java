/** What the default run brings along so that a JDK and Maven are enough: a PostgreSQL that keeps its data, and a mail server. */
@ApplicationModule(allowedDependencies = "core")
@NullMarked
package io.gatehouse.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
