package io.gatehouse.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The search for process instances as a statement of the engine. */
record CaseStatement(String sql, Map<String, Object> parameters) {

    private static final String LATE =
            " exists (select 1 from act_hi_taskinst task where task.proc_inst_id_ = act_hi_procinst.proc_inst_id_"
                    + " and task.due_date_ < coalesce(task.end_time_, #{now}))";

    static CaseStatement of(CaseFilter filter, @Nullable String after, Instant now) {
        var sql = new StringBuilder("select * from act_hi_procinst where true");
        var parameters = new HashMap<String, Object>();
        in(sql, parameters, "proc_def_key_", "process", filter.processes());
        in(sql, parameters, "business_key_", "key", filter.businessKeys());
        if (filter.running() != null) {
            sql.append(filter.running() ? " and end_time_ is null" : " and end_time_ is not null");
        }
        if (filter.startedFrom() != null) {
            sql.append(" and start_time_ >= #{from}");
            parameters.put("from", Timestamp.from(filter.startedFrom()));
        }
        if (filter.startedTo() != null) {
            sql.append(" and start_time_ < #{to}");
            parameters.put("to", Timestamp.from(filter.startedTo()));
        }
        if (filter.late() != null) {
            sql.append(filter.late() ? " and" : " and not").append(LATE);
            parameters.put("now", Timestamp.from(now));
        }
        if (after != null) {
            sql.append(" and id_ < #{after}");
            parameters.put("after", after);
        }
        // ids are in the order of time
        sql.append(" order by id_ desc");
        return new CaseStatement(sql.toString(), parameters);
    }

    private static void in(
            StringBuilder sql,
            Map<String, Object> parameters,
            String column,
            String name,
            @Nullable Collection<String> values) {
        if (values == null) {
            return;
        }
        var places = values.stream().map(it -> {
            var place = name + parameters.size();
            parameters.put(place, it);
            return "#{" + place + "}";
        });
        var list = places.collect(Collectors.joining(", "));
        sql.append(" and ").append(column).append(list.isEmpty() ? " is null and false" : " in (" + list + ")");
    }
}
