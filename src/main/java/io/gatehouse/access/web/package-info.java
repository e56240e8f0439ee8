/** Sign-in, the checks of {@code @Requires}, and the pages about people and rights. */
@NullMarked
package io.gatehouse.access.web;

import org.jspecify.annotations.NullMarked;
