/** The page of the basic configuration. */
@NullMarked
package io.gatehouse.delivery.web;

import org.jspecify.annotations.NullMarked;
