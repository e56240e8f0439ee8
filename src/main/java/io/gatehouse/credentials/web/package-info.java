/** The acts of the configuration page's section about certificate and key. */
@NullMarked
package io.gatehouse.credentials.web;

import org.jspecify.annotations.NullMarked;
