/** The console's own pages and what all pages share. */
@NullMarked
package io.gatehouse.console.web;

import org.jspecify.annotations.NullMarked;
