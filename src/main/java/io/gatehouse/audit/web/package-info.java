/** The pages of auditors, and the page of failed steps. */
@NullMarked
package io.gatehouse.audit.web;

import org.jspecify.annotations.NullMarked;
