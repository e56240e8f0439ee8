/** The page of a game's app secret. */
@NullMarked
package io.gatehouse.serverapi.web;

import org.jspecify.annotations.NullMarked;
