package io.gatehouse.access;

import io.gatehouse.core.Username;

/**
 * Somebody is to choose a password for their account.
 *
 * @param secret the end of the address at which they do; told to them and kept nowhere
 */
public record PersonInvited(Username person, Username by, String secret) {

    @Override
    public String toString() {
        return "PersonInvited[person=%s, by=%s, secret=********]".formatted(person, by);
    }
}
