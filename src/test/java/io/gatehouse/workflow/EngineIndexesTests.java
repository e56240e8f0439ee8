package io.gatehouse.workflow;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import io.gatehouse.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;

class EngineIndexesTests extends ApplicationTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private EngineIndexes indexes;

    @Test
    void aDeliveredOrderIsEnteredInThreeOfThem() {
        assertThat(jdbc.queryForList("""
                        select indexdef from pg_indexes
                         where schemaname = current_schema and tablename = 'act_hi_procinst'
                           and indexdef not like '% WHERE %' and indexdef not like '% USING brin %'
                        """, String.class))
                .hasSize(3)
                .anyMatch(it -> it.endsWith("(id_)"))
                .anyMatch(it -> it.endsWith("(proc_inst_id_)"))
                .anyMatch(it -> it.endsWith("(business_key_)"));
    }

    @Test
    void theListOfCasesOfAProcessHasAnIndexWithoutTheDeliveries() {
        assertThat(jdbc.queryForList(
                        "select indexdef from pg_indexes where indexname = 'gh_case_by_process'", String.class))
                .singleElement()
                .asString()
                .contains("(proc_def_key_, id_)", "item-delivery");
    }

    @Test
    void findsThemAllAtTheNextStart() {
        indexes.create();
        indexes.create();

        assertThat(jdbc.queryForObject(
                        "select count(*) from pg_indexes where tablename = 'act_hi_procinst' and indexname like 'gh_case_%'",
                        Long.class))
                .isEqualTo(8);
    }
}
