package io.gatehouse.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right a handler method asks for. With a game (parameter {@code game}, else the one kept in the session) it is
 * asked on that game: a foreign team's game is answered with 404, a missing right with 403 and the roles that have it.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** Any one of these is enough. */
    Capability[] value();

    /** False for pages that concern no single game, such as the audit pages. */
    boolean onGame() default true;
}
