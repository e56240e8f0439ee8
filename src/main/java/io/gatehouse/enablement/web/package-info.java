/** The pages about enabling payment. */
@NullMarked
package io.gatehouse.enablement.web;

import org.jspecify.annotations.NullMarked;
