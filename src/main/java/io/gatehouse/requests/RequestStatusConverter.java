package io.gatehouse.requests;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores the status as its public code. */
@Converter
class RequestStatusConverter implements AttributeConverter<RequestStatus, Integer> {

    @Override
    public Integer convertToDatabaseColumn(RequestStatus status) {
        return status.code();
    }

    @Override
    public RequestStatus convertToEntityAttribute(Integer code) {
        return RequestStatus.of(code);
    }
}
