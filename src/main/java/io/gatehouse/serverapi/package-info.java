/** The machine routes: what developers' servers, the client SDK and the superapp's backend call; translates, decides nothing. */
@ApplicationModule(
        allowedDependencies = {"core", "access", "wire", "superapp", "credentials", "catalogue", "orders", "refunds"})
@NullMarked
package io.gatehouse.serverapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
