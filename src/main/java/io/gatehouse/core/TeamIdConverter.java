package io.gatehouse.core;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.jspecify.annotations.Nullable;

/** Stores {@link TeamId} as its text. */
@Converter(autoApply = true)
class TeamIdConverter implements AttributeConverter<TeamId, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable TeamId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable TeamId convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : new TeamId(column);
    }
}
