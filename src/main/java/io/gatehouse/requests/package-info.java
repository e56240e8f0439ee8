/** The approval case that every process has: who asked what, until when, and how it was decided. */
@ApplicationModule(allowedDependencies = {"core", "access", "mail", "workflow"})
@NullMarked
package io.gatehouse.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
