package io.gatehouse.requests;

import java.util.Locale;

import org.springframework.stereotype.Component;

import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Username;

/**
 * Nobody decides what they ask for. What accounts tell of people stands here: the other account of whoever asks, and
 * the members of the team that it is for, decide no more than whoever asks.
 */
@Component
class FourEyes {

    private final People people;

    FourEyes(People people) {
        this.people = people;
    }

    /** @throws IllegalTransition if that person is on the side of those who ask */
    void require(Request request, Username by) {
        request.requireFourEyes(by);
        var asked = request.view();
        var decider = people.get(by);
        IllegalTransition.unless(!decider.teams().contains(asked.team()), "request.own-team", asked.number(), by);
        var sameMailbox = request.askers().stream()
                .flatMap(it -> people.find(it).stream())
                .anyMatch(it -> mailbox(it).equals(mailbox(decider)));
        IllegalTransition.unless(!sameMailbox, "request.same-mailbox", asked.number(), by, by.value());
    }

    private static String mailbox(Person person) {
        return person.email().strip().toLowerCase(Locale.ROOT);
    }
}
