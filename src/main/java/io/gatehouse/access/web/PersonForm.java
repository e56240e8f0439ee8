package io.gatehouse.access.web;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.gatehouse.access.NewPerson;
import io.gatehouse.access.Role;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Username;

/**
 * Somebody and a role, as typed.
 *
 * @param place id or name of a team; empty for the platform and the superapp
 */
record PersonForm(
        @Nullable String username,
        @Nullable String name,
        @Nullable String email,
        @Nullable String language,
        @Nullable String place,
        @Nullable String role) {

    NewPerson person() {
        return new NewPerson(
                new Username(text(username).strip()),
                text(name),
                text(email),
                Language.of(text(language)).locale());
    }

    Role wanted() {
        return role(text(role));
    }

    static Role role(String typed) {
        for (var role : Role.values()) {
            if (role.name().equals(typed)) {
                return role;
            }
        }
        throw new InvalidValue("role", "person.role-missing");
    }

    Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("username", text(username));
        typed.put("name", text(name));
        typed.put("email", text(email));
        typed.put("language", text(language));
        typed.put("place", text(place));
        typed.put("role", text(role));
        return typed;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
