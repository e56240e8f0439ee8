/** The pages about items, imports and releases. */
@NullMarked
package io.gatehouse.catalogue.web;

import org.jspecify.annotations.NullMarked;
