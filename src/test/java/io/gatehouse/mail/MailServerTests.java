package io.gatehouse.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;

import jakarta.mail.MessagingException;

import com.icegreen.greenmail.util.GreenMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.Role;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.workflow.History;
import io.gatehouse.workflow.UserTasks;

import static org.assertj.core.api.Assertions.assertThat;

/** A mail server that is down, slow or lied to holds up no decision and loses no mail. */
class MailServerTests extends ApplicationTest {

    static final Username MEI = new Username("mei-of-mails");
    static final Username HANA = new Username("hana-of-mails");
    static final MerchantId MERCHANT = new MerchantId("mails-merchant");

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    GreenMail server;

    @Autowired
    MailRound round;

    @Autowired
    Mails mails;

    @Autowired
    Games games;

    @Autowired
    Merchants merchants;

    @Autowired
    UserTasks tasks;

    @Autowired
    History history;

    TeamId team;

    @BeforeEach
    void aTeam() {
        team = new TeamId("team-" + UUID.randomUUID().toString().substring(0, 8));
        games.registerTeam(team, "Northlight Studio");
        person(MEI, MEI.value(), team, Role.ADMINISTRATOR);
        person(HANA, HANA.value(), null, Role.REVIEW_STAFF);
        merchants.manage(MERCHANT, "Northlight", Currency.getInstance("USD"), HANA);
        inbox.naming("everything queued before is sent now");
    }

    @AfterEach
    void theServerIsBack() {
        sender.setPort(server.getSmtp().getPort());
    }

    @Test
    void beingDownHoldsUpNoDecisionAndLosesNoMail() throws IOException {

        sender.setPort(closedPort());
        var number = approved();

        round.send();

        assertThat(merchants.effective(team)).isPresent();
        assertThat(history.of(number).get(0).row().endActivity()).isEqualTo("MerchantBound");
        assertThat(mails.of(number))
                .singleElement()
                .satisfies(it -> assertThat(it.sentAt()).isNull());
        assertThat(inbox.naming(number)).isEmpty();

        theServerIsBack();
        clock.advance(Duration.ofMinutes(1));

        assertThat(inbox.naming(number)).hasSize(1);
        assertThat(mails.of(number))
                .singleElement()
                .satisfies(it -> assertThat(it.sentAt()).isNotNull());
    }

    @Test
    void isTriedAgainLaterEachTime() throws IOException {

        sender.setPort(closedPort());
        var number = approved();

        round.send();
        clock.advance(Duration.ofSeconds(10));
        theServerIsBack();

        assertThat(inbox.naming(number)).as("not before 15 s").isEmpty();

        clock.advance(Duration.ofSeconds(6));
        sender.setPort(closedPort());
        round.send();
        clock.advance(Duration.ofSeconds(20));
        theServerIsBack();

        assertThat(inbox.naming(number)).as("then not before 30 s").isEmpty();

        clock.advance(Duration.ofSeconds(11));

        assertThat(inbox.naming(number)).hasSize(1);
    }

    @Test
    void takingMailsInAndSayingNothingHoldsUpNothingElse() throws IOException {

        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            sender.setPort(silent.getLocalPort());
            sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "300");
            var number = approved();

            round.send();

            assertThat(merchants.effective(team)).isPresent();
            assertThat(mails.of(number))
                    .singleElement()
                    .satisfies(it -> assertThat(it.sentAt()).isNull());

            theServerIsBack();
            clock.advance(Duration.ofMinutes(1));
            assertThat(inbox.naming(number)).hasSize(1);
        } finally {
            sender.getJavaMailProperties().remove("mail.smtp.timeout");
        }
    }

    @Test
    void isNotMadeToSendToOthersByANameWithHeaders() throws MessagingException {

        var name = "Lantern\r\nBcc: everybody@example.com\r\nSubject: Hello\r\n\r\nDrift " + team;

        mails.queue(Mail.of(team + "/injected", MEI, "undelivered-overdue", Map.of("game", name), "/"));

        assertThat(inbox.naming("Lantern Bcc: everybody@example.com Subject: Hello Drift " + team))
                .singleElement()
                .satisfies(it -> assertThat(it.to()).containsExactly(MEI + "@example.com"));
        for (var message : server.getReceivedMessages()) {
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getAllRecipients()).hasSize(1);
        }
    }

    private String approved() {
        var number = merchants
                .requestBinding(team, MERCHANT, "Northlight", "We are paid there", MEI)
                .number();
        tasks.complete(tasks.open(number).get(0).id(), HANA, Map.of("decision", "approve"));
        runJobs();
        return number;
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
