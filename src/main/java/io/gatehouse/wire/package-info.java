/** The signatures and ciphers of the wire, as pure functions: who speaks, and that nobody changed what was said. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.gatehouse.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
