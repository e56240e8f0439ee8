/** What a Java team would take instead, each as its documentation says for many jobs; compiled by the profile {@code bench}. */
@NullMarked
package io.gatehouse.bench.peers;

import org.jspecify.annotations.NullMarked;
