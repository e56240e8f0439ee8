/** The pages of the receiver kit and of the replay laboratory, and the published schemas. */
@NullMarked
package io.gatehouse.conformance.web;

import org.jspecify.annotations.NullMarked;
