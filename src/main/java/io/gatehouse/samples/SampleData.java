package io.gatehouse.samples;

import java.util.Currency;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.access.SampleAccounts;
import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.sandbox.Toys;
import io.gatehouse.serverapi.AppSecrets;

/** Two teams with their games, a person for every role, and merchants: enough to begin at once. */
@Component
@Profile("sandbox")
class SampleData implements ApplicationRunner, SampleAccounts {

    static final String PASSWORD = "gatehouse";
    static final AppId SKYFORGE = new AppId("wx7f20c4a19be3");
    static final Username ADMINISTRATOR = new Username("administrator");
    static final Username DEVELOPER = new Username("developer");
    static final Username REVIEWER = new Username("reviewer");

    private static final TeamId NORTHLIGHT = new TeamId("northlight");
    private static final TeamId KITE = new TeamId("kite");
    private static final Username SUPERAPP_ADMIN = new Username("superapp-admin");
    private static final MerchantId NORTHLIGHT_LTD = new MerchantId("M-20418");
    private static final MerchantId KITE_KK = new MerchantId("M-20731");

    private record Sample(
            String username,
            String name,
            String email,
            @Nullable TeamId team,
            Role role) {}

    private static final List<Sample> PEOPLE = List.of(
            new Sample("super-admin", "Noor Haddad", "noor@platform.example", null, Role.SUPER_ADMIN),
            new Sample("platform-admin", "Jonas Berg", "jonas@platform.example", null, Role.PLATFORM_ADMIN),
            new Sample("administrator", "Mei Lin", "mei@northlight.example", NORTHLIGHT, Role.ADMINISTRATOR),
            new Sample("senior-developer", "Arjun Rao", "arjun@northlight.example", NORTHLIGHT, Role.SENIOR_DEVELOPER),
            new Sample("developer", "Lucía Vega", "lucia@northlight.example", NORTHLIGHT, Role.DEVELOPER),
            new Sample("operator", "Sam Okoro", "sam@northlight.example", NORTHLIGHT, Role.OPERATOR),
            new Sample("administrator-2", "Yuki Mori", "yuki@kite.example", KITE, Role.ADMINISTRATOR),
            new Sample("developer-2", "Emil Novak", "emil@kite.example", KITE, Role.DEVELOPER),
            new Sample("superapp-admin", "Dana Weiss", "dana@superapp.example", null, Role.SUPERAPP_ADMINISTRATOR),
            new Sample("reviewer", "Hana Sato", "hana@superapp.example", null, Role.REVIEW_STAFF),
            new Sample("reviewer-2", "Leo Martins", "leo@superapp.example", null, Role.REVIEW_STAFF),
            new Sample("finance", "Amara Diallo", "amara@superapp.example", null, Role.FINANCE_STAFF),
            new Sample("auditor", "Henrik Lund", "henrik@superapp.example", null, Role.AUDITOR));

    private final People people;
    private final Games games;
    private final Merchants merchants;
    private final AppSecrets secrets;
    private final Toys toys;

    SampleData(People people, Games games, Merchants merchants, AppSecrets secrets, Toys toys) {
        this.people = people;
        this.games = games;
        this.merchants = merchants;
        this.secrets = secrets;
        this.toys = toys;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        games.registerTeam(NORTHLIGHT, "Northlight Studio");
        games.registerTeam(KITE, "Kite & Co");
        PEOPLE.stream()
                .filter(it -> people.find(new Username(it.username())).isEmpty())
                .forEach(this::register);
        game(SKYFORGE, NORTHLIGHT, "Skyforge Isles", ADMINISTRATOR);
        game(new AppId("wx51b8e20d77c4"), NORTHLIGHT, "Lantern Drift", ADMINISTRATOR);
        games.register(new AppId("wx0c93d1e5a7b2"), NORTHLIGHT, "Northlight Stories", false);
        game(new AppId("wx2e6b90f4c8d1"), KITE, "Paper Kites", new Username("administrator-2"));
        bindMerchants();
    }

    @Override
    public List<String> usernames() {
        return PEOPLE.stream().map(Sample::username).toList();
    }

    private void register(Sample sample) {
        var username = new Username(sample.username());
        people.register(username, sample.name(), sample.email(), PASSWORD, Locale.ENGLISH);
        people.join(username, sample.team(), sample.role());
    }

    private void game(AppId appId, TeamId team, String name, Username keeper) {
        games.register(appId, team, name, true);
        if (!toys.knows(appId.value())) {
            toys.add(appId.value(), name, secrets.reset(appId, keeper));
        }
    }

    /** Once only: somebody who unbinds a merchant later finds it unbound after a restart, too. */
    private void bindMerchants() {
        if (merchants.isEmpty()) {
            merchants.manage(NORTHLIGHT_LTD, "Northlight Ltd", Currency.getInstance("USD"), SUPERAPP_ADMIN);
            merchants.manage(KITE_KK, "Kite KK", Currency.getInstance("JPY"), SUPERAPP_ADMIN);
            merchants.takeOver(NORTHLIGHT, NORTHLIGHT_LTD, SUPERAPP_ADMIN);
        }
    }
}
