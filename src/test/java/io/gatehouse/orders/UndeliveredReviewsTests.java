package io.gatehouse.orders;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.mail.SentMail;
import io.gatehouse.sandbox.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An undelivered order … */
class UndeliveredReviewsTests extends UndeliveredTest {

    @Autowired
    UndeliveredDecision question;

    @Test
    void isAmongTheReviewsOfTheSuperappAfterTheTeamsTime() throws Exception {
        var dana = Visitor.signedIn(port, DANA.value());
        var reviewer = Visitor.signedIn(port, "reviewer");
        assertThat(dana.get("/reviews").body()).doesNotContain(orderNo);

        passTime(Duration.ofDays(4));
        passTime(Duration.ofDays(7));

        assertThat(dana.get("/reviews").body())
                .contains(orderNo, "Royal chest", "/virtual-payment/orders/" + orderNo + "?game=" + game, " late");
        assertThat(dana.get("/reviews?kind=UNDELIVERED").body()).contains(orderNo);
        assertThat(dana.get("/reviews?kind=RELEASE").body()).doesNotContain(orderNo);
        assertThat(reviewer.get("/reviews").body()).doesNotContain(orderNo);

        decide(DANA, "confirm", "Support has seen the item");

        assertThat(dana.get("/reviews").body()).doesNotContain(orderNo);
    }

    @Test
    void isFoundOnPagesOfTheReviewsAndCountedWholeHoweverManyAreShown() {
        var other = paid("u-2");
        givenUp(other);
        passTime(Duration.ofDays(4));
        passTime(Duration.ofDays(7));

        var first = question.mostUrgent(game, null, 1);
        var second = question.mostUrgent(game, first.next(), 1);

        assertThat(question.waiting()).containsEntry(game, 2L);
        assertThat(question.late(clock.instant())).isGreaterThanOrEqualTo(2);
        assertThat(List.of(first.rows().get(0).number(), second.rows().get(0).number()))
                .containsExactlyInAnyOrder(orderNo, other);
        assertThat(second.next()).isNull();
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> question.mostUrgent(null, "GH-0", 1));
    }

    @Test
    void isShownForOneGameAloneToo() throws Exception {
        var dana = Visitor.signedIn(port, DANA.value());

        passTime(Duration.ofDays(4));

        assertThat(dana.get("/reviews?kind=UNDELIVERED&of=" + game).body()).contains(orderNo);
        assertThat(dana.get("/reviews?kind=UNDELIVERED&of=wx2e6b90f4c8d1").body())
                .doesNotContain(orderNo);
    }

    @Test
    void keepsTheMailsOfAllWhoWereAskedInTheCaseOfEachOrder() {
        var other = paid("u-2");
        givenUp(other);

        passTime(Duration.ofDays(4));

        assertThat(List.of(orderNo, other))
                .allSatisfy(it -> assertThat(mails.of(it))
                        .extracting(SentMail::subject)
                        .contains(
                                "Players of Skyforge Isles have paid and wait for their items",
                                "Undelivered orders of Skyforge Isles still wait for a decision"));
        assertThat(mailsTo(MEI, "undelivered-asked")).isEqualTo(1);
    }
}
