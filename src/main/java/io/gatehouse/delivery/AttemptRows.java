package io.gatehouse.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.outbound.EndpointUrl;

/** Reads attempts from the database. */
final class AttemptRows {

    static final String SELECT = """
            select id, number, kind, mock, game, env, order_no, at, url, address, millis, name_ms, connect_ms, tls_ms, answer_ms,
                   status, outcome, diagnosis, detail, reply_type, reply, notification,
                   body_of_notification(notification) as body
              from delivery_attempt
            """;

    private AttemptRows() {}

    static PastNotification past(ResultSet row) throws SQLException {
        return new PastNotification(
                row.getLong("id"),
                new AppId(row.getString("game")),
                Parcel.messageId(row.getObject("notification", UUID.class)),
                Env.of(row.getInt("env")),
                row.getString("order_no"),
                row.getString("body"),
                view(row));
    }

    static AttemptView view(ResultSet row) throws SQLException {
        var url = row.getString("url");
        var at = row.getTimestamp("at").toInstant();
        var address = row.getString("address");
        var diagnosis = Diagnosis.valueOf(row.getString("diagnosis"));
        return new AttemptView(
                row.getInt("number"),
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("mock"),
                at,
                url,
                address,
                row.getInt("millis"),
                phases(row),
                row.getInt("status"),
                Outcome.valueOf(row.getString("outcome")),
                diagnosis.key(),
                row.getString("detail"),
                Form.of(row.getString("body")),
                diagnosis.isAfterSending(address) ? request(row, url, at) : null,
                row.getString("reply_type"),
                row.getString("reply"));
    }

    private static String request(ResultSet row, String url, Instant at) throws SQLException {
        var id = Parcel.messageId(row.getObject("notification", UUID.class));
        return RequestText.of(EndpointUrl.stored(url), id, at, row.getString("body"));
    }

    private static List<AttemptView.Phase> phases(ResultSet row) throws SQLException {
        var phases = new ArrayList<AttemptView.Phase>();
        var rest = row.getInt("millis");
        for (var key : List.of("name", "connect", "tls", "answer")) {
            var millis = row.getObject(key + "_ms", Integer.class);
            if (millis != null) {
                phases.add(new AttemptView.Phase(key, millis));
                rest -= millis;
            }
        }
        phases.add(new AttemptView.Phase("rest", Math.max(0, rest)));
        return phases;
    }
}
