/** Works out how figures over time are drawn: plain shapes for a page without scripts. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.gatehouse.charts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
