package io.gatehouse.access;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.ApplicationTest;
import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The games a person may know of … */
@Transactional
class GamesTests extends ApplicationTest {

    static final TeamId MOSS = new TeamId("moss-works");
    static final Username IDA = new Username("ida-of-moss");
    static final Username HANA = new Username("reviewer");

    @Autowired
    Games games;

    @Autowired
    People people;

    @BeforeEach
    void aTeamWithGames() {
        games.registerTeam(MOSS, "Moss Works 100%");
        games.register(new AppId("wxmoss1"), MOSS, "Moss Almanac", false);
        games.register(new AppId("wxmoss2"), MOSS, "Moss Rally", true);
        games.register(new AppId("wxmoss3"), MOSS, "Moss Rally", true);
        people.register(IDA, "Ida Holm", "ida@moss.example", "secret", Locale.ENGLISH);
        people.join(IDA, MOSS, Role.DEVELOPER);
    }

    @Test
    void areFoundByNameIdAndTeam() {

        assertThat(ids(HANA, "moss rall")).containsExactly("wxmoss2", "wxmoss3");
        assertThat(ids(HANA, "WXMOSS1")).containsExactly("wxmoss1");
        assertThat(ids(HANA, " moss works ")).containsExactly("wxmoss1", "wxmoss2", "wxmoss3");
    }

    @Test
    void areFoundByWhatIsTypedAndByNoPattern() {

        assertThat(ids(HANA, "100%")).containsExactly("wxmoss1", "wxmoss2", "wxmoss3");
        assertThat(ids(HANA, "m%s rally")).isEmpty();
        assertThat(ids(HANA, "m_ss rally")).isEmpty();
        assertThat(ids(HANA, "!")).isEmpty();
    }

    @Test
    void areThoseOfTheirTeams() {

        assertThat(ids(IDA, "")).containsExactly("wxmoss1", "wxmoss2", "wxmoss3");
        assertThat(ids(IDA, "lantern")).isEmpty();
        assertThat(ids(new Username("administrator"), "moss")).isEmpty();
        assertThat(games.find(IDA, new AppId("wxmoss1"))).isPresent();
        assertThat(games.find(IDA, new AppId("wx51b8e20d77c4"))).isEmpty();
        assertThat(games.find(HANA, new AppId("wxmoss1"))).isPresent();
    }

    @Test
    void beginWithOneThatSells() {

        assertThat(games.first(IDA)).map(Game::appId).contains(new AppId("wxmoss2"));
    }

    @Test
    void areReadOnByKey() {

        var first = games.search(HANA, "moss", null, 2);
        var second = games.search(HANA, "moss", first.next(), 2);

        assertThat(first.rows()).extracting(it -> it.appId().value()).containsExactly("wxmoss1", "wxmoss2");
        assertThat(second.rows()).extracting(it -> it.appId().value()).containsExactly("wxmoss3");
        assertThat(second.next()).isNull();
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> games.search(HANA, "moss", "page-2", 2));
    }

    private List<String> ids(Username who, String text) {
        return games.search(who, text, null, 50).rows().stream()
                .map(it -> it.appId().value())
                .toList();
    }
}
