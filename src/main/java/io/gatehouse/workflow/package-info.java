/** The process engine: the only module that knows it. Others start processes, complete tasks and own models through it. */
@ApplicationModule(allowedDependencies = {"core", "access"})
@NullMarked
package io.gatehouse.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
