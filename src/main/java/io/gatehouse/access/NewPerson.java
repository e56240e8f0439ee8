package io.gatehouse.access;

import java.util.Locale;
import java.util.regex.Pattern;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Username;

/**
 * Someone who is to get an account.
 *
 * @param locale the language of mails to them
 */
public record NewPerson(Username username, String name, String email, Locale locale) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    public NewPerson {
        name = name.strip();
        email = email.strip();
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || CONTROL.matcher(name).find()) {
            throw new InvalidValue("name", "person.name-length", LONGEST_NAME);
        }
        if (email.length() > LONGEST_ADDRESS || !ADDRESS.matcher(email).matches()) {
            throw new InvalidValue("email", "person.email-invalid", email);
        }
    }
}
