package io.gatehouse.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What happened to the endpoints, for the people who look after them. Always within the caller's transaction. */
@Repository
class EndpointEvents {

    private final JdbcTemplate jdbc;

    EndpointEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param detail what stands in the sentence's place {0} */
    void add(Endpoint endpoint, Instant at, EndpointEvent.What what, String detail) {
        jdbc.update(
                "insert into delivery_endpoint_event (game, env, at, what, detail) values (?, ?, ?, ?, ?)",
                endpoint.game().value(),
                endpoint.env().number(),
                Timestamp.from(at),
                what.name(),
                detail);
    }

    /** The newest first. */
    List<EndpointEvent> latest(Endpoint endpoint, int most) {
        return jdbc.query(
                "select at, what, detail from delivery_endpoint_event where game = ? and env = ? order by id desc limit ?",
                (row, number) -> new EndpointEvent(
                        row.getTimestamp("at").toInstant(),
                        EndpointEvent.What.valueOf(row.getString("what")),
                        row.getString("detail")),
                endpoint.game().value(),
                endpoint.env().number(),
                most);
    }
}
