package io.gatehouse.workflow;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Indexes the engine's own schema lacks; made here because the engine makes its tables after our migrations ran. */
@Component
class EngineIndexes {

    private final JdbcTemplate jdbc;

    EngineIndexes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationStartedEvent.class)
    void create() {
        // read at every completion of a task
        jdbc.execute("create index if not exists gh_task_parent on act_ru_task (parent_task_id_)");
        // the list of cases, by key; read backwards, so that new rows land at the right end of it
        jdbc.execute("create index if not exists gh_case_begun on act_hi_procinst (start_time_, id_)");
        jdbc.execute("drop index if exists gh_case_started");
    }
}
