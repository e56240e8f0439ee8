package io.gatehouse.audit;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** Reads the details of a log row for people. */
@Component
public class LogDetails {

    private final ObjectMapper json;

    LogDetails(ObjectMapper json) {
        this.json = json;
    }

    /** What the row says field by field, in the order in which it was written. */
    public List<Change> of(LogEntry entry) {
        return read(json, entry).entrySet().stream()
                .map(it -> Change.of(entry.subject(), it.getKey(), it.getValue()))
                .toList();
    }

    static Map<String, String> read(ObjectMapper json, LogEntry entry) {
        try {
            return json.readValue(entry.details(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            return Map.of("details", entry.details());
        }
    }
}
