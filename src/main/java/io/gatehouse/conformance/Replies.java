package io.gatehouse.conformance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;

import io.gatehouse.delivery.Form;
import io.gatehouse.delivery.Outcome;
import io.gatehouse.delivery.TestReply;

/** A reply as columns of a row. */
final class Replies {

    static final String COLUMNS = "at, address, millis, status, form, outcome, diagnosis, detail, reply_type, reply";
    static final String PLACES =
            ":at, :address, :millis, :status, :form, :outcome, :diagnosis, :detail, :reply_type, :reply";

    private Replies() {}

    static Map<String, Object> values(TestReply reply) {
        var values = new HashMap<String, Object>();
        values.put("at", Timestamp.from(reply.at()));
        values.put("address", reply.address());
        values.put("millis", reply.millis());
        values.put("status", reply.status());
        values.put("form", reply.form().name());
        values.put("outcome", reply.outcome().name());
        values.put("diagnosis", reply.diagnosis());
        values.put("detail", reply.detail());
        values.put("reply_type", reply.type());
        values.put("reply", reply.text());
        return values;
    }

    static TestReply read(ResultSet row) throws SQLException {
        return new TestReply(
                row.getTimestamp("at").toInstant(),
                row.getString("address"),
                row.getInt("millis"),
                row.getInt("status"),
                Form.valueOf(row.getString("form")),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("diagnosis"),
                row.getString("detail"),
                row.getString("reply_type"),
                row.getString("reply"));
    }
}
