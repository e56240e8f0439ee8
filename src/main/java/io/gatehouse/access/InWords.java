package io.gatehouse.access;

import java.io.Serializable;
import java.util.List;

import org.springframework.context.MessageSourceResolvable;

/** A right, a role or a list of roles inside a sentence: becomes words in the language of the sentence. */
record InWords(String key, List<InWords> parts) implements MessageSourceResolvable, Serializable {

    static InWords of(Capability what) {
        return new InWords("capability." + what.key(), List.of());
    }

    static InWords of(Role role) {
        return new InWords("role." + role.name(), List.of());
    }

    /** One of the keys {@code list.0} to {@code list.10}, which join as many parts. */
    static InWords of(List<Role> roles) {
        return new InWords(
                "list." + roles.size(), roles.stream().map(InWords::of).toList());
    }

    @Override
    public String[] getCodes() {
        return new String[] {key};
    }

    @Override
    public Object[] getArguments() {
        return parts.toArray();
    }

    @Override
    public String getDefaultMessage() {
        return key;
    }

    @Override
    public String toString() {
        return parts.isEmpty() ? key : parts.toString();
    }
}
