/** Calls to addresses that strangers gave us: they end only at public hosts, in bounded time, with a bounded reply. */
@ApplicationModule(allowedDependencies = "core")
@NullMarked
package io.gatehouse.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
