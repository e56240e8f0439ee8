package io.gatehouse.audit;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import io.gatehouse.core.Username;
import io.gatehouse.delivery.AttemptView;
import io.gatehouse.delivery.Form;
import io.gatehouse.delivery.Kind;
import io.gatehouse.delivery.Outcome;
import io.gatehouse.mail.SentMail;
import io.gatehouse.workflow.CaseHistory;
import io.gatehouse.workflow.CaseHistory.Activity;
import io.gatehouse.workflow.CaseRow;

import static org.assertj.core.api.Assertions.assertThat;

/** A timeline … */
class TimelineTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void leavesOutAnEventThatNeverCame() {

        var gaveUpWaiting = new Activity(
                "DeliveryFailedAgain", "Delivery failed again", "intermediateMessageCatch", NOON, NOON, null, true);
        var waits =
                new Activity("RefundNotMade", "Refund not made", "intermediateMessageCatch", NOON, null, null, false);
        var came = new Activity("TeamOverdue", "Team overdue", "boundaryTimer", NOON, NOON, null, false);

        var moments = new Timeline(new ObjectMapper(), List.of())
                .add(history(gaveUpWaiting, waits, came))
                .moments();

        assertThat(moments).extracting(Moment::what).containsExactly("TeamOverdue");
    }

    @Test
    void quotesWhoWroteAndNotTheRequestUnderItsDecision() {

        var asked = logged("request.opened", "mei", "{\"message\":\"Bought the wrong lantern\"}");
        var granted = logged("request.approved", "leo", "{\"message\":\"Bought the wrong lantern\"}");

        var moments = new Timeline(new ObjectMapper(), List.of(asked, granted)).moments();

        assertThat(moments).extracting(Moment::note).containsExactly("Bought the wrong lantern", null);
        assertThat(moments.get(1).changes()).isEmpty();
    }

    @Test
    void quotesNeitherNothingNorWhatWasChosenFromAList() {

        var granted = logged("refund.granted", "leo", "{\"note\":\"\"}");
        var requested = logged("refund.requested", "player", "{\"reason\":\"PLAYERS_WISH\"}");

        var moments = new Timeline(new ObjectMapper(), List.of(granted, requested)).moments();

        assertThat(moments).extracting(Moment::note).containsOnlyNulls();
        assertThat(moments.get(1).changes()).extracting(Change::field).containsExactly("reason");
    }

    @Test
    void putsNotificationsWhereTheyWereSent() {

        var waits = new Activity("ResolveUndelivered", "Resolve undelivered", "userTask", NOON, null, null, false);

        var moments = new Timeline(new ObjectMapper(), List.of())
                .add(history(waits))
                .addNotifications(List.of(
                        attempt(1, NOON.minusSeconds(60), Outcome.UNREACHABLE),
                        attempt(2, NOON.plusSeconds(60), Outcome.ACKNOWLEDGED)))
                .moments();

        assertThat(moments)
                .extracting(Moment::kind)
                .containsExactly(Moment.Kind.NOT_NOTIFIED, Moment.Kind.TASK_WAITS, Moment.Kind.NOTIFIED);
        assertThat(moments.get(0).look()).isEqualTo("bad");
        assertThat(moments.get(2).attempt()).isNotNull().returns(2, AttemptView::number);
    }

    @Test
    void putsAMailThatHadBeenSentWhereTheCaseJoinedIt() {

        var before = new SentMail(
                new Username("mei"), "mei@example.com", "Wait", "", "/", NOON.minusSeconds(900), NOON.plusSeconds(1));
        var own = new SentMail(new Username("mei"), "mei@example.com", "Late", "", "/", NOON, null);
        var waits = new SentMail(new Username("mei"), "mei@example.com", "Over", "", "/", null, NOON);

        var moments = new Timeline(new ObjectMapper(), List.of())
                .addMails(List.of(before, own, waits), NOON.plusSeconds(60))
                .moments();

        assertThat(moments)
                .extracting(Moment::kind)
                .containsExactly(Moment.Kind.MAILED, Moment.Kind.MAILED_BEFORE, Moment.Kind.MAIL_WAITS);
        assertThat(moments.get(1).at()).isEqualTo(NOON.plusSeconds(1));
    }

    private static AttemptView attempt(int number, Instant at, Outcome outcome) {
        return new AttemptView(
                number,
                Kind.DELIVERY,
                false,
                at,
                "https://game.example/deliver",
                null,
                12,
                List.of(),
                0,
                outcome,
                "connection-refused",
                "",
                Form.A,
                null,
                null,
                "");
    }

    private static LogLine logged(String type, String actor, String details) {
        return new LogLine(new LogEntry(1, NOON, type, actor, "refund RF-1", null, "RF-1", details), null, null);
    }

    private static CaseHistory history(Activity... activities) {
        var row = new CaseRow("7", "undelivered-item", 1, "GH-1", NOON, null, null, "ACTIVE");
        return new CaseHistory(row, "undelivered-item:1:1", "", List.of(activities), List.of(), List.of());
    }
}
