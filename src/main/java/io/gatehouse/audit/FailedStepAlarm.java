package io.gatehouse.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.access.Role;
import io.gatehouse.mail.Mail;
import io.gatehouse.mail.Mails;
import io.gatehouse.workflow.FailedStep;
import io.gatehouse.workflow.FailedSteps;

/** Tells those who can try a step again that its automatic tries are used up: of each step one mail an hour. */
@Component
class FailedStepAlarm {

    /** If no instance looked for so long, the page tells of it. */
    private static final Duration NEWS = Duration.ofDays(1);

    private final FailedSteps steps;
    private final People people;
    private final Mails mails;
    private final MessageSource messages;
    private final Clock clock;

    FailedStepAlarm(FailedSteps steps, People people, Mails mails, MessageSource messages, Clock clock) {
        this.steps = steps;
        this.people = people;
        this.mails = mails;
        this.messages = messages;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT20S")
    @Transactional
    void raise() {
        var since = clock.instant().minus(NEWS);
        var news = steps.all().stream().filter(it -> it.since().isAfter(since)).toList();
        if (!news.isEmpty()) {
            var told = people.having(Role.SUPERAPP_ADMINISTRATOR);
            news.forEach(step -> told.forEach(person -> mails.queue(mail(step, person))));
        }
    }

    private Mail mail(FailedStep step, Person to) {
        var hour = step.since().truncatedTo(ChronoUnit.HOURS);
        var model = new LinkedHashMap<String, Object>();
        model.put("step", inWords("step." + step.activity(), step.activity(), to.locale()));
        model.put("process", inWords("audit.process." + step.process(), step.process(), to.locale()));
        model.put("case", Optional.ofNullable(step.businessKey()).orElse("–"));
        model.put("since", step.since());
        model.put("reason", Optional.ofNullable(step.reason()).orElse("–"));
        return Mail.of(
                        "failed-step/%s/%s/%s/%s".formatted(step.process(), step.activity(), hour, to.username()),
                        to.username(),
                        "failed-step",
                        model,
                        "/operations")
                .about(null, step.businessKey());
    }

    private String inWords(String code, String otherwise, Locale language) {
        return Optional.ofNullable(messages.getMessage(code, null, otherwise, language))
                .orElse(otherwise);
    }
}
