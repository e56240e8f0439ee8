/** The pages about orders. */
@NullMarked
package io.gatehouse.orders.web;

import org.jspecify.annotations.NullMarked;
