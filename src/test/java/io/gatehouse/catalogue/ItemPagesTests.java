package io.gatehouse.catalogue;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

import static io.gatehouse.catalogue.CatalogueFixtures.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

class ItemPagesTests extends CatalogueTest {

    static final String ITEMS = "/virtual-payment/items";

    @Autowired
    WebApplicationContext context;

    @Autowired
    ImportRunner runner;

    @Autowired
    JdbcClient db;

    @TempDir
    Path folder;

    MockMvc pages;

    @BeforeEach
    void aBrowser() {
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void sayWhatToDoBeforeTheFirstItem() throws Exception {

        pages.perform(get(ITEMS).param("game", game.value()).with(user(MEI.value())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No items yet")))
                .andExpect(content().string(containsString("Download template")));
    }

    @Test
    void sayWhyThereIsNoTemplateWithoutAMerchant() throws Exception {
        var team = new TeamId("team-without-merchant");
        var poor = new AppId("wx" + UUID.randomUUID().toString().substring(0, 8));
        var noor = new Username("noor-of-catalogue");
        games.registerTeam(team, "Team without merchant");
        games.register(poor, team, "Lantern Drift", true);
        person(noor, "Noor Aziz", team, Role.ADMINISTRATOR);

        pages.perform(get(ITEMS + "/template").param("game", poor.value()).with(user(noor.value())))
                .andExpect(status().isConflict())
                .andExpect(header().doesNotExist("Content-Disposition"))
                .andExpect(content().string(containsString("<html")));
    }

    @Test
    void speakChinese() throws Exception {

        add("gem_100", "0.99");

        pages.perform(get(ITEMS).param("game", game.value()).param("lang", "zh").with(user(MEI.value())))
                .andExpect(content().string(containsString("虚拟道具")))
                .andExpect(content().string(containsString("gem_100")));
    }

    @Test
    void addAnItemAndShowItsPictureToEverybody() throws Exception {

        pages.perform(multipart(ITEMS + "/new")
                        .file(new MockMultipartFile("picture", "x.exe", "text/html", png(Color.RED)))
                        .param("game", game.value())
                        .param("code", "gem_100")
                        .param("name", "100 gems")
                        .param("price", "0.99")
                        .with(user(MEI.value()))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern(ITEMS + "*"));

        var picture = catalogue.get(game, new ItemCode("gem_100")).current().pictureUrl();
        pages.perform(get(picture).with(anonymous()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/png"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")));
    }

    @Test
    void keepWhatWasTypedAndNameTheFieldAtFault() throws Exception {

        pages.perform(multipart(ITEMS + "/new")
                        .param("game", game.value())
                        .param("code", "gem 100")
                        .param("name", "<b>Gems</b>")
                        .param("price", "9.999")
                        .with(user(MEI.value()))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("“gem 100” is not an item id")))
                .andExpect(content().string(containsString("“9.999” has too many decimals")))
                .andExpect(content().string(containsString("The picture is missing")))
                .andExpect(content().string(containsString("&lt;b&gt;Gems&lt;/b&gt;")));
    }

    @Test
    void showEveryPageOfAnItem() throws Exception {

        release("gem_100", "0.99");
        edit("gem_100", "1.09");

        for (var path : new String[] {
            "",
            "/item/gem_100",
            "/item/gem_100/edit",
            "/releases",
            "/imports",
            "/release?codes=gem_100",
            "/removal?codes=gem_100"
        }) {
            var request = get(ITEMS + path).param("game", game.value()).with(user(MEI.value()));
            pages.perform(request).andExpect(status().isOk());
        }
        pages.perform(get(ITEMS + "/takedown")
                        .param("codes", "gem_100")
                        .param("game", game.value())
                        .with(user(DANA.value())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("gem_100")));
    }

    @Test
    void askForReleaseAndWithdraw() throws Exception {

        add("gem_100", "0.99");

        pages.perform(post(ITEMS + "/release")
                        .param("game", game.value())
                        .param("codes", "gem_100")
                        .param("message", "Winter season")
                        .with(user(MEI.value()))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern(ITEMS + "*"));
        var number = releases.list(game, null, 50).rows().get(0).number();
        pages.perform(post(ITEMS + "/releases/" + number + "/withdrawal")
                        .param("game", game.value())
                        .with(user(MEI.value()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        assertThat(catalogue.get(game, new ItemCode("gem_100")).draftState()).isEqualTo("DRAFT");
    }

    @Test
    void importAWorkbookAfterItsDryRun() throws Exception {

        var book = Workbooks.ofTheTemplate()
                .row(1, "gem_100", "100 gems", 0.99)
                .picture(1, png(Color.RED))
                .row(2, "gem 550", "550 gems", 4.99)
                .picture(2, png(Color.BLUE))
                .in(folder);

        var location = uploaded(Files.readAllBytes(book));
        runner.finish();
        pages.perform(get(location).param("game", game.value()).with(user(MEI.value())))
                .andExpect(content().string(containsString("Nothing has been written yet.")))
                .andExpect(content().string(containsString("“gem 550” is not an item id")))
                .andExpect(content().string(containsString("Write 1 row")));
        pages.perform(get(location + "/refused").param("game", game.value()).with(user(MEI.value())))
                .andExpect(status().isOk());
        assertThat(catalogue.counts(game)).containsEntry(ItemTab.ALL, 0);

        pages.perform(post(location + "/confirmation")
                        .param("game", game.value())
                        .with(user(MEI.value()))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern(ITEMS + "*"));
        assertThat(catalogue.counts(game)).containsEntry(ItemTab.DRAFT, 1);
    }

    @Test
    void sayWhatIsWrongWithAPoisonFile() throws Exception {

        var location = uploaded("no workbook".getBytes());
        runner.finish();

        pages.perform(get(location).param("game", game.value()).with(user(MEI.value())))
                .andExpect(content().string(containsString("not an .xlsx workbook")))
                .andExpect(content().string(containsString("Import another workbook")));
        pages.perform(get(ITEMS + "/imports").param("game", game.value()).with(user(MEI.value())))
                .andExpect(content().string(containsString("File refused")));
    }

    @Test
    void showHowFarAnImportIsAndAskAgain() throws Exception {

        var number = imported("READING");
        db.sql("update import_run set rows_read = 64001, rows_declared = 100001, alive_at = now() where number = ?")
                .param(number)
                .update();

        for (var path : new String[] {"/imports", "/imports/" + number, "/imports/" + number + "/progress"}) {
            pages.perform(get(ITEMS + path).param("game", game.value()).with(user(MEI.value())))
                    .andExpect(content().string(containsString("64 %")))
                    .andExpect(content().string(containsString("hx-trigger=\"every")));
        }
        pages.perform(get(ITEMS + "/imports/" + number)
                        .param("game", game.value())
                        .with(user(MEI.value())))
                .andExpect(content().string(containsString("64,000 of 100,000 rows read")))
                .andExpect(content().string(containsString("Stop")));
    }

    @ParameterizedTest
    @EnumSource(ImportStatus.class)
    void showAnImportInEveryStateAndLanguage(ImportStatus state) throws Exception {

        var number = imported(state.name());

        for (var language : new String[] {"en", "zh"}) {
            for (var path : new String[] {"/imports", "/imports/" + number}) {
                pages.perform(get(ITEMS + path)
                                .param("game", game.value())
                                .param("lang", language)
                                .with(user(MEI.value())))
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString(number)))
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
    }

    /** An import that somebody else works on, or has worked on. */
    private String imported(String state) {
        var number = "IM-" + UUID.randomUUID();
        db.sql("""
                insert into import_run (number, game, file_name, mode, currency, created_by, created_at, status, alive_at,
                    new_rows, changed_rows, unchanged_rows, refused_rows, settled_by, settled_at, revision)
                values (:number, :game, 'winter.xlsx', 'CREATE', 'USD', :mei, now(), :state, now() + interval '1 day',
                    3, 2, 1, 4, case when :state in ('WRITING', 'WRITTEN', 'DISCARDED') then :mei end, now(), 0)
                """)
                .param("number", number)
                .param("game", game.value())
                .param("mei", MEI.value())
                .param("state", state)
                .update();
        return number;
    }

    @Test
    void giveTheTemplate() throws Exception {

        pages.perform(get(ITEMS + "/template").param("game", game.value()).with(user(LUCIA.value())))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("items-" + game)));
    }

    @Test
    void areClosedToOtherTeamsAndShowButtonsByRight() throws Exception {

        add("gem_100", "0.99");

        pages.perform(get(ITEMS).param("game", game.value()).with(user("administrator-2")))
                .andExpect(status().isNotFound());
        pages.perform(get(ITEMS + "/release").param("game", game.value()).with(user(LUCIA.value())))
                .andExpect(status().isForbidden());
        pages.perform(get(ITEMS).param("game", game.value()).with(user(LUCIA.value())))
                .andExpect(content().string(not(containsString("Ask for release"))))
                .andExpect(content().string(not(containsString("/removal"))));
    }

    /** @return where the import of the workbook is shown */
    private String uploaded(byte[] workbook) throws Exception {
        return pages.perform(multipart(ITEMS + "/imports")
                        .file(new MockMultipartFile("workbook", "winter.xlsx", null, workbook))
                        .param("game", game.value())
                        .with(user(MEI.value()))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern(ITEMS + "/imports/IM-*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }
}
