package io.gatehouse.access;

import java.util.List;

/**
 * Whether somebody may do something and, if not, who may.
 *
 * @param holders the roles that may, for the sentence behind a disabled button
 */
public record Explanation(Capability what, boolean allowed, List<Role> holders) {}
