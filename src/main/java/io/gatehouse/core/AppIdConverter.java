package io.gatehouse.core;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.jspecify.annotations.Nullable;

/** Stores {@link AppId} as its text. */
@Converter(autoApply = true)
class AppIdConverter implements AttributeConverter<AppId, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable AppId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable AppId convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : new AppId(column);
    }
}
