package io.gatehouse.workflow;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.gatehouse.access.Role;

/** Tasklist as the superapp's people find it: who may open it, the shared filters, what may be started there. */
@Component
class TasklistSetup {

    private static final List<Role> READERS =
            List.of(Role.SUPERAPP_ADMINISTRATOR, Role.REVIEW_STAFF, Role.FINANCE_STAFF);
    private static final int OVERDUE = 100;

    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final Engine engine;

    TasklistSetup(AuthorizationService authorizations, FilterService filters, TaskService tasks, Engine engine) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.engine = engine;
    }

    @EventListener(ApplicationStartedEvent.class)
    void setUp() {
        engine.run(() -> {
            for (var role : READERS) {
                grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
                grant(role, Resources.PROCESS_DEFINITION, "*", Permissions.READ);
                grant(role, Resources.GROUP, "*", Permissions.READ);
                grant(role, Resources.USER, "*", Permissions.READ);
                grant(role, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
            }
            startable("exemption-revocation", Role.SUPERAPP_ADMINISTRATOR);
            startable("refund", Role.SUPERAPP_ADMINISTRATOR, Role.REVIEW_STAFF);
            filter(10, "Enablement", of("payment-enablement", "merchant-binding"));
            filter(20, "Credentials", of("delivery-credentials"));
            filter(30, "Exemptions", of("review-exemption", "exemption-revocation"));
            filter(40, "Releases", of("item-release"));
            filter(50, "Refunds", of("refund"));
            filter(60, "Undelivered", of("undelivered-item"));
            filter(70, "Overdue", tasks.createTaskQuery().taskPriority(OVERDUE));
            return READERS;
        });
    }

    private TaskQuery of(String... processes) {
        return tasks.createTaskQuery().processDefinitionKeyIn(processes);
    }

    private void startable(String process, Role... roles) {
        for (var role : roles) {
            grant(role, Resources.PROCESS_DEFINITION, process, Permissions.READ, Permissions.CREATE_INSTANCE);
        }
    }

    private void filter(int order, String name, TaskQuery query) {
        if (filters.createFilterQuery().filterName(name).count() > 0) {
            return;
        }
        var filter = filters.newTaskFilter(name).setQuery(query);
        filter.setProperties(Map.of(
                "priority",
                order,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(Map.of("name", Briefing.BUSINESS_KEY, "label", "Request"))));
        filters.saveFilter(filter);
        READERS.forEach(role -> grant(role, Resources.FILTER, filter.getId(), Permissions.READ));
    }

    private void grant(Role role, Resource resource, String id, Permission... permissions) {
        var found = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(role.group())
                .resourceType(resource)
                .resourceId(id)
                .count();
        if (found == 0) {
            var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(role.group());
            grant.setResource(resource);
            grant.setResourceId(id);
            grant.setPermissions(permissions);
            authorizations.saveAuthorization(grant);
        }
    }
}
