/** The application: one module a package. */
@NullMarked
package io.gatehouse;

import org.jspecify.annotations.NullMarked;
