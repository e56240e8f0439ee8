/** The pages of exports and the dashboard. */
@NullMarked
package io.gatehouse.reports.web;

import org.jspecify.annotations.NullMarked;
