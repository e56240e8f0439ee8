/** Certificates and keys of the games: issued, mailed once, kept encrypted, renewed with an overlap, revoked. */
@ApplicationModule(
        allowedDependencies = {"core", "access", "mail", "workflow", "requests", "enablement", "wire", "superapp"})
@NullMarked
package io.gatehouse.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
