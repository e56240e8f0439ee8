/** The pages about refunds. */
@NullMarked
package io.gatehouse.refunds.web;

import org.jspecify.annotations.NullMarked;
