/** The pages about merchants. */
@NullMarked
package io.gatehouse.merchant.web;

import org.jspecify.annotations.NullMarked;
