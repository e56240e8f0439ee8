/** Measures the whole application against what a Java team would take instead; no part of it. */
@NullMarked
package io.gatehouse.bench;

import org.jspecify.annotations.NullMarked;
