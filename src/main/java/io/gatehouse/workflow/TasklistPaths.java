package io.gatehouse.workflow;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.gatehouse.access.Role;

/** The paths of the engine's web applications that exist here, by method and role. Everything else does not. */
class TasklistPaths {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String ID = "/[\\w:.-]+";

    private static final Set<Role> REVIEWERS =
            Set.of(Role.SUPERAPP_ADMINISTRATOR, Role.REVIEW_STAFF, Role.FINANCE_STAFF);

    /** What Tasklist's own pages ask for. */
    private static final List<Rule> TASKLIST = List.of(
            get("/camunda/app/tasklist(/.*)?"),
            get("/camunda/(lib|assets|api/admin/auth/user/default)(/.*)?"),
            get("/camunda/(favicon\\.ico|app/plugin/tasklist/.*|api/tasklist/plugin/.*)"),
            get("/camunda/api/engine/engine/?"),
            get(ENGINE + "/(authorization/check|identity/groups|case-definition(/count)?)"),
            get(ENGINE + "/(filter|process-definition|user|group)(/.*)?"),
            get(ENGINE + "/task"),
            get(
                    ENGINE + "/task" + ID
                            + "(/(form|deployed-form|form-variables|rendered-form|identity-links|comment|variables|localVariables))?"),
            get(ENGINE + "/(process-instance" + ID + "/activity-instances|history/(user-operation|activity-instance))"),
            any("OPTIONS", ENGINE + "/(filter|task|process-definition)(/.*)?"),
            post(ENGINE + "/filter" + ID + "/(list|count)"),
            post(ENGINE + "/task" + ID + "/(claim|unclaim|assignee|complete|submit-form|comment/create)"),
            post(ENGINE + "/process-definition" + ID + "/submit-form"));

    /** What Cockpit and Admin show to the superapp's administrators; reading only, and retrying failed jobs. */
    private static final List<Rule> ADMINISTRATION = List.of(
            get("/camunda/app/(cockpit|admin|welcome)(?!.*setup)(/.*)?"),
            get("/camunda/api/(cockpit|admin)/(?!setup).*"),
            get(ENGINE + "/.*"),
            post("/camunda/api/cockpit/plugin/.*"),
            post(ENGINE + "/(process-instance|incident|job|variable-instance|task|history/[\\w-]+)(/count)?"),
            any("PUT", ENGINE + "/job" + ID + "/retries"));

    private TasklistPaths() {}

    static boolean allow(String method, String path, @Nullable Role role) {
        if (role == null || !REVIEWERS.contains(role) || !path.matches("[\\w/.:~,@%+-]*") || path.contains("..")) {
            return false;
        }
        return matches(TASKLIST, method, path)
                || role == Role.SUPERAPP_ADMINISTRATOR && matches(ADMINISTRATION, method, path);
    }

    private static boolean matches(List<Rule> rules, String method, String path) {
        return rules.stream()
                .anyMatch(
                        it -> it.method.equals(method) && it.path.matcher(path).matches());
    }

    private static Rule get(String path) {
        return any("GET", path);
    }

    private static Rule post(String path) {
        return any("POST", path);
    }

    private static Rule any(String method, String path) {
        return new Rule(method, Pattern.compile(path));
    }

    private record Rule(String method, Pattern path) {}
}
