/** Merchants of the superapp, their binding to teams, and the superapp's payment switch. */
@ApplicationModule(allowedDependencies = {"core", "access", "mail", "workflow", "requests"})
@NullMarked
package io.gatehouse.merchant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
