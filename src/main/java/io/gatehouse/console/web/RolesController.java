package io.gatehouse.console.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Grant;
import io.gatehouse.access.Person;
import io.gatehouse.access.Person.Member;
import io.gatehouse.access.Role;

/** The permission matrix in words, the same data the server enforces. */
@Controller
class RolesController {

    private final Access access;

    RolesController(Access access) {
        this.access = access;
    }

    /** One right and who has it. */
    record Row(Capability what, Map<Role, Grant> grants) {}

    /** The rights of one part of the product, {@code roles.group.<key>}. */
    record Group(String key, List<Row> rows) {}

    @GetMapping("/roles")
    String roles(Person me, Model page) {
        var mine = me.memberships().stream().map(Member::role).distinct().toList();
        page.addAttribute("mine", mine);
        page.addAttribute("roles", inOrder(mine));
        page.addAttribute("groups", groups());
        return "roles";
    }

    /** Their own first: on a narrow screen it is the one they came for. */
    private static List<Role> inOrder(List<Role> mine) {
        return Stream.concat(mine.stream(), Arrays.stream(Role.values()).filter(it -> !mine.contains(it)))
                .toList();
    }

    private List<Group> groups() {
        var groups = new LinkedHashMap<String, List<Row>>();
        for (var what : Capability.values()) {
            groups.computeIfAbsent(what.key().substring(0, what.key().indexOf('.')), it -> new ArrayList<>())
                    .add(row(what));
        }
        return groups.entrySet().stream()
                .map(it -> new Group(it.getKey(), it.getValue()))
                .toList();
    }

    private Row row(Capability what) {
        var grants = new LinkedHashMap<Role, Grant>();
        Arrays.stream(Role.values()).forEach(it -> grants.put(it, access.grant(what, it)));
        return new Row(what, grants);
    }
}
