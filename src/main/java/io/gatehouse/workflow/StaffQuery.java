package io.gatehouse.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

import io.gatehouse.access.Person;

/** Answers the engine's questions after users; mail addresses are not among the answers. */
class StaffQuery extends UserQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient Identities identities;

    StaffQuery(Identities identities) {
        this.identities = identities;
    }

    StaffQuery(Identities identities, CommandExecutor executor) {
        super(executor);
        this.identities = identities;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().count();
    }

    @Override
    public List<User> executeList(CommandContext context, @Nullable Page page) {
        var first = page == null ? 0 : page.getFirstResult();
        var most = page == null ? Integer.MAX_VALUE : page.getMaxResults();
        return found().skip(first).limit(most).map(StaffQuery::user).toList();
    }

    private Stream<Person> found() {
        return asked().filter(it ->
                        ids == null || Arrays.asList(ids).contains(it.username().value()))
                .filter(it -> groupId == null || Identities.groups(it).contains(groupId))
                .filter(it -> tenantId == null);
    }

    private Stream<Person> asked() {
        if (id != null) {
            return identities.staff(List.of(id));
        }
        return ids == null ? identities.staff() : identities.staff(List.of(ids));
    }

    private static User user(Person person) {
        var user = new UserEntity();
        user.setId(person.username().value());
        user.setFirstName(person.name());
        user.setLastName("");
        return user;
    }
}
