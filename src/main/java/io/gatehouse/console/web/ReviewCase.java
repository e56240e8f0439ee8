package io.gatehouse.console.web;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Explanation;
import io.gatehouse.access.Person;
import io.gatehouse.core.Sentences;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.Forms;
import io.gatehouse.workflow.OpenTask;
import io.gatehouse.workflow.UserTasks;

/** One request with all that its decision needs: what is asked, who may decide, and what was decided before. */
@Component
class ReviewCase {

    private static final String FINANCE = "finance-staff";

    private final Requests requests;
    private final UserTasks tasks;
    private final Forms forms;
    private final Access access;
    private final Sentences sentences;
    private final ReviewQueue queue;

    ReviewCase(Requests requests, UserTasks tasks, Forms forms, Access access, Sentences sentences, ReviewQueue queue) {
        this.requests = requests;
        this.tasks = tasks;
        this.forms = forms;
        this.access = access;
        this.sentences = sentences;
        this.queue = queue;
    }

    RequestView request(String number) {
        return requests.get(number);
    }

    /** The task of the superapp's people that waits, if one does. */
    Optional<OpenTask> task(String number) {
        return tasks.open(number).stream().filter(it -> !it.isForTheTeam()).findFirst();
    }

    void show(String number, Person me, Model page) {
        var request = requests.get(number);
        var task = task(number);
        page.addAttribute("row", queue.row(request, me));
        page.addAttribute("request", request);
        page.addAttribute("earlier", earlier(request));
        page.addAttribute("decidedBy", request.decidedBy() == null ? null : sentences.person(request.decidedBy()));
        page.addAttribute(
                "withTeam", task.isEmpty() && tasks.open(number).stream().anyMatch(OpenTask::isForTheTeam));
        page.addAttribute("task", task.orElse(null));
        page.addAttribute("form", task.map(it -> forms.get(it.form())).orElse(null));
        page.addAttribute(
                "plain",
                task.map(it -> forms.get(it.form()).field("decision").isPresent())
                        .orElse(false));
        page.addAttribute("right", right(request, task, me));
        place(number, me, page);
    }

    private Explanation right(RequestView request, Optional<OpenTask> task, Person me) {
        var finance = task.filter(it -> it.groups().contains(FINANCE)).isPresent();
        var what = finance ? Capability.REFUND_PAY : request.kind().decides();
        return request.game() == null
                ? access.explain(me.username(), what)
                : access.explain(me.username(), what, request.game());
    }

    /** Where the request stands in the queue, and which one comes after it. */
    private void place(String number, Person me, Model page) {
        var numbers = queue.of(me).stream().map(ReviewRow::number).toList();
        var at = numbers.indexOf(number);
        page.addAttribute("position", at + 1);
        page.addAttribute("queued", numbers.size());
        page.addAttribute("next", numbers.stream().skip(at + 1L).findFirst().orElse(at > 0 ? numbers.get(0) : null));
    }

    private List<RequestView> earlier(RequestView request) {
        var same = request.game() == null
                ? requests.of(request.team(), request.kind())
                : requests.of(request.game(), request.kind());
        return same.stream()
                .filter(it -> !it.number().equals(request.number()))
                .filter(it ->
                        request.kind() != RequestKind.REFUND || it.subject().equals(request.subject()))
                .limit(5)
                .toList();
    }
}
