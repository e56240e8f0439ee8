package io.gatehouse.core;

import java.util.Optional;

/** What those are called who act under user names. */
@FunctionalInterface
public interface Names {

    /** @return empty if it is nobody's, like that of the system */
    Optional<String> of(Username who);
}
