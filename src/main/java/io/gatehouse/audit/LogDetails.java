package io.gatehouse.audit;

import java.util.List;

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
        return Timeline.details(json, entry).entrySet().stream()
                .map(it -> Change.of(entry.subject(), it.getKey(), it.getValue()))
                .toList();
    }
}
