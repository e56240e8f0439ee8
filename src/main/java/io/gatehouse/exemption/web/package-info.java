/** The pages about exemptions. */
@NullMarked
package io.gatehouse.exemption.web;

import org.jspecify.annotations.NullMarked;
