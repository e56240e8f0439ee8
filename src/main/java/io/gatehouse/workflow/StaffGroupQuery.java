package io.gatehouse.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.jspecify.annotations.Nullable;

/** Answers the engine's questions after groups: the roles of the superapp. */
class StaffGroupQuery extends GroupQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient Identities identities;

    StaffGroupQuery(Identities identities) {
        this.identities = identities;
    }

    StaffGroupQuery(Identities identities, CommandExecutor executor) {
        super(executor);
        this.identities = identities;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().count();
    }

    @Override
    public List<Group> executeList(CommandContext context, @Nullable Page page) {
        var first = page == null ? 0 : page.getFirstResult();
        var most = page == null ? Integer.MAX_VALUE : page.getMaxResults();
        return found().skip(first).limit(most).map(StaffGroupQuery::group).toList();
    }

    private Stream<String> found() {
        return (userId == null ? Identities.allGroups() : identities.groupsOf(userId))
                .stream()
                        .filter(it -> id == null || id.equals(it))
                        .filter(it -> ids == null || Arrays.asList(ids).contains(it))
                        .filter(it -> tenantId == null);
    }

    private static Group group(String id) {
        var group = new GroupEntity();
        group.setId(id);
        group.setName(id);
        group.setType("WORKFLOW");
        return group;
    }
}
