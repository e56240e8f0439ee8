package io.gatehouse.refunds;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import io.gatehouse.PageForm;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The lists of refunds … */
class RefundPagesTests extends RefundTest {

    private static final String OF_THE_GAME = "/virtual-payment/after-sales";
    private static final String OF_ALL = "/refunds";

    @Autowired
    private WebApplicationContext context;

    private MockMvc pages;

    @BeforeEach
    void aBrowser() {
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void findANumberOfLastMonthThroughTheFormThatShowsTheLastSevenDays() throws Exception {

        var number = askedAgo(Duration.ofDays(30));
        var list = page(MEI, OF_THE_GAME + "?game=" + game);

        var found =
                page(MEI, PageForm.of(list, OF_THE_GAME).type("number", number).address());

        assertThat(list).doesNotContain(number);
        assertThat(found).contains(OF_THE_GAME + "/" + number);
        assertThat(PageForm.of(found, OF_THE_GAME).fields())
                .containsEntry("from", "")
                .containsEntry("to", "")
                .containsEntry("game", game.value());
    }

    @Test
    void findTheNumberOfWhoeverAsked() throws Exception {

        var number = ask(paid(999, "DELIVERED"), null, RefundReason.OTHER, "ask-" + game);

        assertThat(page(MEI, OF_THE_GAME + "?game=" + game + "&number=ask-" + game))
                .contains(OF_THE_GAME + "/" + number);
        assertThat(page(HANA, OF_ALL + "?number=ask-" + game)).contains(OF_ALL + "/" + number);
    }

    @Test
    void findItForTheSuperappsPeopleToo() throws Exception {

        var number = askedAgo(Duration.ofDays(30));
        var list = page(HANA, OF_ALL);

        var found = page(HANA, PageForm.of(list, OF_ALL).type("number", number).address());

        assertThat(list).doesNotContain(number);
        assertThat(found).contains(OF_ALL + "/" + number);
    }

    @Test
    void keepTheDaysThatWereTyped() throws Exception {

        var number = askedAgo(Duration.ofDays(30));
        var yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        var form = PageForm.of(page(MEI, OF_THE_GAME + "?game=" + game), OF_THE_GAME)
                .type("number", number)
                .type("from", yesterday.toString());

        var nothing = page(MEI, form.address());

        assertThat(nothing).contains("Nothing under " + number);
        assertThat(PageForm.of(nothing, OF_THE_GAME).fields()).containsEntry("from", yesterday.toString());
    }

    @Test
    void leadToTheExportOfTheDaysTheyShow() throws Exception {

        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8));

        var list = page(MEI, OF_THE_GAME + "?game=" + game);

        assertThat(list).contains("from=" + today.minusDays(6) + "&amp;to=" + today);
    }

    private String askedAgo(Duration ago) {
        var number = asked(paid(999, "DELIVERED", clock.instant().minus(Duration.ofDays(40))));
        db.sql("update refund_order set initiated_at = initiated_at - make_interval(days => ?) where number = ?")
                .params((int) ago.toDays(), number)
                .update();
        return number;
    }

    private String page(Username who, String address) throws Exception {
        return pages.perform(get(URI.create(address)).with(user(who.value())))
                .andExpect(MockMvcResultMatchers.status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
