package io.gatehouse.outbound;

/**
 * Why there is no whole reply.
 *
 * @param detail what a person needs to know beside it, for example the address that was refused; empty if nothing
 */
public record Failure(Obstacle obstacle, String detail) {

    public static Failure of(Obstacle obstacle) {
        return new Failure(obstacle, "");
    }
}
