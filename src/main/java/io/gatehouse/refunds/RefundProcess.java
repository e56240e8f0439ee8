package io.gatehouse.refunds;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.workflow.ProcessOwner;
import io.gatehouse.workflow.Processes;
import io.gatehouse.workflow.TaskCompletion;

/** What we tell {@code processes/refund.bpmn}, and what its people decide. */
@Component
class RefundProcess implements ProcessOwner {

    static final String REPORTED = "RefundReported";

    private final Processes processes;
    private final RefundDecisions decisions;
    private final RefundBriefing briefing;
    private final Access access;
    private final ObjectProvider<RefundDesk> desk;

    RefundProcess(
            Processes processes,
            RefundDecisions decisions,
            RefundBriefing briefing,
            Access access,
            ObjectProvider<RefundDesk> desk) {
        this.processes = processes;
        this.decisions = decisions;
        this.briefing = briefing;
        this.access = access;
        this.desk = desk;
    }

    /** @param delivered whether the player has the item */
    void requested(RefundView refund, boolean delivered) {
        processes.start(
                process(),
                refund.number(),
                Map.of(
                        "source", refund.source().name(),
                        "delivered", delivered,
                        "reason", refund.reason().number(),
                        "amount", refund.amount().minor(),
                        "currency", refund.amount().currency().getCurrencyCode(),
                        "env", refund.env().name()));
    }

    /** The channel has reported; the process goes on at once instead of asking later. */
    void reported(String number) {
        processes.signal(process(), number, REPORTED, Map.of());
    }

    @Override
    public String process() {
        return RequestKind.REFUND.process();
    }

    @Override
    public Map<String, Object> briefing(String task, String businessKey, Locale language) {
        return briefing.of(businessKey, language);
    }

    @Override
    public void requireDecider(String task, String businessKey, Username by) {
        decisions.requireDecider(task, businessKey, by);
    }

    @Override
    public Map<String, Object> complete(TaskCompletion completion) {
        var number = completion.businessKey();
        var note = text(completion.text("note"));
        switch (completion.task()) {
            case RefundDecisions.HEARING -> {
                var agrees = "agree".equals(completion.text("opinion"));
                decisions.answer(number, agrees, note, completion.by());
                return Map.of();
            }
            case RefundDecisions.REVIEW -> decisions.decide(number, completion.approves(), note, completion.by());
            case RefundDecisions.PAYMENT -> decisions.release(number, completion.approves(), note, completion.by());
            default -> throw RefundDecisions.noTask(completion.task());
        }
        return Map.of("approved", completion.approves());
    }

    /** Superapp staff asks in Tasklist on a player's behalf. */
    @Override
    public String start(Map<String, Object> values, Username by) {
        if (!access.explain(by, Capability.REFUND_PAY).allowed()) {
            access.require(by, Capability.REFUND_DECIDE);
        }
        return desk.getObject()
                .ask(
                        typed(values, "appId"),
                        typed(values, "orderNo"),
                        Objects.toString(values.get("amount"), null),
                        Integer.parseInt(typed(values, "reason")),
                        typed(values, "message"),
                        by);
    }

    private static String typed(Map<String, Object> values, String field) {
        return Objects.requireNonNull(values.get(field), field).toString();
    }

    private static String text(@Nullable String note) {
        return note == null ? "" : note.strip();
    }
}
