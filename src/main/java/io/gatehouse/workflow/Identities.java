package io.gatehouse.workflow;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.access.Role;
import io.gatehouse.core.Username;

/**
 * The superapp's people as the engine sees them. Read-only, so nothing in the engine can make a user or a member of a
 * group; teams and the platform do not exist for it. Passwords are checked at our own sign-in only.
 */
class Identities implements ReadOnlyIdentityProvider {

    /** The engine's administrators: the superapp's. */
    static final String ADMINISTRATORS = "camunda-admin";

    private final People people;

    Identities(People people) {
        this.people = people;
    }

    Stream<Person> staff() {
        return people.ofTheSuperapp().stream();
    }

    Stream<Person> staff(Collection<String> userIds) {
        return people.of(userIds).stream().filter(Person::isOfTheSuperapp);
    }

    static List<String> groups(Person person) {
        return person.roleOutsideTeams()
                .filter(it -> it.side() == Role.Side.SUPERAPP)
                .map(it ->
                        it == Role.SUPERAPP_ADMINISTRATOR ? List.of(it.group(), ADMINISTRATORS) : List.of(it.group()))
                .orElse(List.of());
    }

    static List<String> allGroups() {
        return Stream.concat(
                        Arrays.stream(Role.values())
                                .filter(it -> it.side() == Role.Side.SUPERAPP)
                                .map(Role::group),
                        Stream.of(ADMINISTRATORS))
                .toList();
    }

    List<String> groupsOf(String userId) {
        return people.find(new Username(userId)).map(Identities::groups).orElse(List.of());
    }

    @Override
    public @Nullable User findUserById(String userId) {
        return createUserQuery(Context.getCommandContext()).userId(userId).singleResult();
    }

    @Override
    public UserQuery createUserQuery() {
        return new StaffQuery(this, executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new StaffQuery(this);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("Native user queries are not supported");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return createGroupQuery(Context.getCommandContext()).groupId(groupId).singleResult();
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new StaffGroupQuery(this, executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new StaffGroupQuery(this);
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }
}
