package io.gatehouse.workflow;

import java.util.List;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.LongWork;

/**
 * The indexes of the engine's own tables as this load needs them; made here because the engine makes its tables after our
 * migrations ran. Eight of its indexes were written for every delivered order and hardly ever read: the history of
 * instances keeps those that find one, and gets leaner ones for what is asked of many.
 */
@Component
class EngineIndexes {

    private static final List<String> STATEMENTS = List.of(
            // instances that start together must not both find that an index is missing
            "select pg_advisory_xact_lock(hashtext('gatehouse.engine-indexes'))",
            // read at every completion of a task
            "create index if not exists gh_task_parent on act_ru_task (parent_task_id_)",
            // lists go by id, which is in the order of time; spans of time: rows lie in the table in the order of both
            "create index if not exists gh_case_from on act_hi_procinst using brin (start_time_)",
            "drop index if exists gh_case_start",
            "drop index if exists gh_case_started",
            "drop index if exists gh_case_begun",
            "drop index if exists act_idx_hi_pro_inst_proc_time",
            // by process: of item-delivery, which is nearly all of the table, no index by process would help
            "create index if not exists gh_case_by_process on act_hi_procinst (proc_def_key_, id_)"
                    + " where proc_def_key_ <> 'item-delivery'",
            "drop index if exists gh_case_process",
            "drop index if exists act_idx_hi_pro_inst_proc_def_key",
            "create index if not exists gh_case_definition on act_hi_procinst (proc_def_id_, end_time_)"
                    + " where proc_def_key_ <> 'item-delivery'",
            "drop index if exists act_idx_hi_pi_pdefid_end_time",
            "create index if not exists gh_case_ended on act_hi_procinst using brin (end_time_)",
            "drop index if exists act_idx_hi_pro_inst_end",
            // read on the page of each case: what it called
            "create index if not exists gh_case_called on act_hi_procinst (super_process_instance_id_)"
                    + " where super_process_instance_id_ is not null",
            "create index if not exists gh_case_removal on act_hi_procinst using brin (removal_time_)",
            "drop index if exists act_idx_hi_pro_inst_rm_time",
            "create index if not exists gh_case_open on act_hi_procinst (id_) where end_time_ is null",
            "drop index if exists gh_case_running",
            // removal times are set at the start: nothing looks for the instances below a root any more
            "drop index if exists act_idx_hi_pro_inst_root_pi",
            // there are no tenants, and hardly an instance is ever restarted
            "drop index if exists act_idx_hi_pro_inst_tenant_id",
            "create index if not exists gh_case_restarted on act_hi_procinst (restarted_proc_inst_id_)"
                    + " where restarted_proc_inst_id_ is not null",
            "drop index if exists act_idx_hi_pro_rst_pro_inst_id");

    private final JdbcTemplate jdbc;

    EngineIndexes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    @EventListener(ApplicationStartedEvent.class)
    public void create() {
        LongWork.begin(jdbc);
        STATEMENTS.forEach(jdbc::execute);
    }
}
