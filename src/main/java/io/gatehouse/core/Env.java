package io.gatehouse.core;

/** Where an order lives; the numbers are the wire's. Sandbox orders move no money and notify the Test URL. */
public enum Env {
    LIVE(0),
    SANDBOX(1);

    private final int number;

    Env(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** @throws InvalidValue unless it is 0 or 1 */
    public static Env of(int number) {
        return switch (number) {
            case 0 -> LIVE;
            case 1 -> SANDBOX;
            default -> throw new InvalidValue("env", "env.invalid", number);
        };
    }
}
