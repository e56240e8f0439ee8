package io.gatehouse.merchant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** The superapp's own payment switch: closed, nothing is sold anywhere on it. */
@Entity
class SuperappPayment {

    static final int ONLY = 1;

    @Id
    private int id = ONLY;

    private boolean switchedOn;

    @Version
    private long version;

    protected SuperappPayment() {}

    SuperappPayment turn(boolean on) {
        switchedOn = on;
        return this;
    }

    boolean isSwitchedOn() {
        return switchedOn;
    }
}
