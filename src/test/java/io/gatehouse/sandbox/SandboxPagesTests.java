package io.gatehouse.sandbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxPagesTests extends ApplicationTest {

    @Autowired
    private JavaMailSender sender;

    @Autowired
    private ToyGames games;

    @ParameterizedTest
    @ValueSource(strings = {"administrator", "developer-2", "auditor", "super-admin"})
    void playgroundAndMailboxAreOpenToEverybodyWhoIsSignedIn(String username) throws Exception {

        var visitor = Visitor.signedIn(port, username);

        assertThat(visitor.get("/playground?toy=wx7f20c4a19be3").body()).contains("Skyforge Isles");
        assertThat(visitor.get("/playground?toy=wx2e6b90f4c8d1").body()).contains("Paper Kites");
        assertThat(visitor.get("/mailbox").statusCode()).isEqualTo(200);
    }

    @Test
    @Transactional
    void playgroundLeadsToSomeGamesAndTheOneAtHand() {
        for (var number = 10; number < 20; number++) {
            games.add("wxtoy" + number, "Zebra " + number, "secret");
        }

        assertThat(games.beside("wxtoy19"))
                .hasSize(8)
                .extracting(ToyGame::name)
                .contains("Lantern Drift", "Zebra 19")
                .isSorted();
    }

    @Test
    void pagesAreClosedToStrangers() throws Exception {

        var stranger = new Visitor(port);

        assertThat(stranger.get("/playground").uri().getPath()).isEqualTo("/sign-in");
        assertThat(stranger.get("/mailbox").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void playgroundSpeaksChinese() throws Exception {

        var visitor = Visitor.signedIn(port, "administrator");

        assertThat(visitor.get("/playground?lang=zh").body()).contains("试玩", "游戏服务器");
        assertThat(visitor.get("/mailbox?lang=zh").body()).contains("已发邮件");
    }

    @Test
    void developerEntersKeysAndTellsTheServerToFail() throws Exception {

        var visitor = Visitor.signedIn(port, "developer-2");
        var page = "/playground?toy=wx2e6b90f4c8d1";
        var key = Map.of("toy", "wx2e6b90f4c8d1", "appKey", "Abc1Abc1Abc1Abc1Abc1Abc1Abc1Abc1");

        var entered = visitor.post(page, "/playground/keys", key);
        var told = visitor.post(page, "/playground/mood", Map.of("toy", "wx2e6b90f4c8d1", "mood", "ERROR"));
        visitor.post(page, "/playground/mood", Map.of("toy", "wx2e6b90f4c8d1", "mood", "WELL"));

        assertThat(entered.body()).contains("The keys are entered");
        assertThat(told.body()).contains("Fails");
    }

    @Test
    void playgroundAndTheRestOfTheConsoleAreAboutTheSameGame() throws Exception {

        var visitor = Visitor.signedIn(port, "administrator");

        var tab = visitor.get("/playground?toy=wx51b8e20d77c4");
        assertThat(tab.body()).contains("<small>wx51b8e20d77c4</small>");
        assertThat(visitor.get("/virtual-payment/items").body()).contains("<small>wx51b8e20d77c4</small>");
        assertThat(visitor.get("/playground?game=wx7f20c4a19be3").body()).contains("<small>wx7f20c4a19be3</small>");
    }

    @Test
    void mailboxMissesNoMailWhoeverItIsFor() throws Exception {

        var visitor = Visitor.signedIn(port, "administrator");

        for (var recipient : List.of("zoe", "adam", "mona", "bert", "zoe")) {
            var subject = "For " + recipient + ", " + UUID.randomUUID();
            send(recipient, subject);

            assertThat(visitor.get("/mailbox?to=" + recipient).body()).contains(subject);
        }
    }

    private void send(String recipient, String subject) {
        var mail = new SimpleMailMessage();
        mail.setFrom("gatehouse@localhost");
        mail.setTo(recipient + "@kite.example");
        mail.setSubject(subject);
        mail.setText("Hello");
        sender.send(mail);
    }

    @Test
    void playgroundGivesPicturesToKeep() throws Exception {

        var visitor = Visitor.signedIn(port, "administrator");

        assertThat(visitor.get("/playground").body()).contains("/playground/pictures/potion.png");
        var picture = visitor.get("/playground/pictures/potion.png");
        assertThat(picture.headers().firstValue("content-disposition")).hasValue("attachment; filename=\"potion.png\"");
        assertThat(visitor.get("/playground/pictures/secret.png").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsTypedStaysWhenItIsRefused() throws Exception {

        var visitor = Visitor.signedIn(port, "developer-2");
        var wanted = Map.of(
                "toy", "wx2e6b90f4c8d1",
                "player", "TAO",
                "item", "paper_kite",
                "price", "1.999",
                "currency", "USD",
                "quantity", "1",
                "env", "0");

        var answer = visitor.post("/playground?toy=wx2e6b90f4c8d1", "/playground/buy", wanted);

        assertThat(answer.body()).contains("value=\"paper_kite\"", "value=\"1.999\"");
    }
}
