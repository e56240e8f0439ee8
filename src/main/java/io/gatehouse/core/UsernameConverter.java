package io.gatehouse.core;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.jspecify.annotations.Nullable;

/** Stores {@link Username} as its text. */
@Converter(autoApply = true)
class UsernameConverter implements AttributeConverter<Username, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Username id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable Username convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : new Username(column);
    }
}
