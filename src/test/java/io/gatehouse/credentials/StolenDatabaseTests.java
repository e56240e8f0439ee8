package io.gatehouse.credentials;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import io.gatehouse.access.ApiTokens;
import io.gatehouse.access.Directory;
import io.gatehouse.access.NewPerson;
import io.gatehouse.access.People;
import io.gatehouse.access.PersonInvited;
import io.gatehouse.access.Role;
import io.gatehouse.access.Scope;
import io.gatehouse.core.Env;
import io.gatehouse.core.Safe;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.orders.Sessions;
import io.gatehouse.sandbox.Visitor;
import io.gatehouse.serverapi.AppSecrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whoever has a copy of the database … */
@RecordApplicationEvents
class StolenDatabaseTests extends CredentialsTest {

    private static final String PASSWORD = "seven slow otters 7";
    private static final Username NOOR = new Username("noor-of-secrets");
    private static final Username YUKI = new Username("yuki-of-secrets");

    /** What is stored as bytes, and why it may be: sealed, or no secret. */
    private static final Map<String, String> BYTES = Map.ofEntries(
            Map.entry("credential.app_key", "sealed"),
            Map.entry("credential.sandbox_app_key", "sealed"),
            Map.entry("credential.webhook_secret", "sealed"),
            Map.entry("credential.archive", "sealed"),
            Map.entry("credential.passphrase", "sealed"),
            Map.entry("credential_authority.sealed_key", "sealed"),
            Map.entry("player_session.sealed_key", "sealed"),
            Map.entry("api_answer.body", "an answer that was given, and no answer holds a secret"),
            Map.entry("spring_session_attributes.attribute_bytes", "who is signed in, never with what"),
            Map.entry("business_log_batch.hashes", "hashes"),
            Map.entry("report_chunk.bytes", "a report"),
            Map.entry("picture.content", "a picture"),
            Map.entry("import_file.bytes", "a workbook or pictures to read"),
            Map.entry("import_picture.content", "a picture"),
            Map.entry("act_hi_comment.full_msg_", "a comment on a task"),
            Map.entry("act_id_info.password_", "not used: the engine knows nobody by itself"),
            Map.entry("act_ge_bytearray.bytes_", "the engine's models and stack traces"));

    @Autowired
    private Secrets secrets;

    @Autowired
    private AuthorityKeeper authorities;

    @Autowired
    private Sessions sessions;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private AppSecrets appSecrets;

    @Autowired
    private Directory directory;

    @Autowired
    private People people;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private ApplicationEvents events;

    @Test
    void findsNoSecretInIt() throws IOException, InterruptedException {

        var known = new LinkedHashMap<String, String>();
        ofPeople(known);
        ofTheGame(known);
        ofPlayers(known);
        ofTheSurroundings(known);
        var copy = new DatabaseCopy(database);
        // shown and opened only now: before, it stood in the copy if ever
        var passphrase = credentials.passphrase(game, MEI);
        known.put("passphrase", passphrase);
        ofTheArchive(known, passphrase);

        assertThat(copy.size()).isGreaterThan(300);
        assertThat(known).hasSizeGreaterThan(20);
        assertThat(known)
                .allSatisfy((what, secret) ->
                        assertThat(copy.tablesWith(secret)).as(what).isEmpty());
    }

    private void ofPeople(Map<String, String> known) throws IOException, InterruptedException {
        people.register(YUKI, "Yuki Tanaka", "yuki@secrets.example", PASSWORD, Locale.ENGLISH);
        var team = new TeamId("secrets-team");
        games.registerTeam(team, "Secrets team");
        people.join(YUKI, team, Role.ADMINISTRATOR);
        var visitor = new Visitor(port);
        var signedIn = visitor.post("/sign-in", "/sign-in", Map.of("username", YUKI.value(), "password", PASSWORD));
        assertThat(signedIn.uri().getQuery()).isNull();
        known.put("password", PASSWORD);
        known.put(
                "API token",
                tokens.make(YUKI, "reports", List.of(Scope.ORDERS_READ), 30).text());
        person(NOOR, "Noor Haddad", null, Role.SUPER_ADMIN);
        directory.register(
                new NewPerson(new Username("ida-of-secrets"), "Ida Holm", "ida@secrets.example", Locale.ENGLISH),
                null,
                Role.REVIEW_STAFF,
                NOOR);
        known.put(
                "invitation",
                events.stream(PersonInvited.class).findFirst().orElseThrow().secret());
    }

    private void ofTheGame(Map<String, String> known) throws IOException, InterruptedException {
        known.put("old AppKey", issued().value());
        known.put("old webhook secret", webhookSecret(0));
        renewed();
        known.put("AppKey", credentials.signing(game, Env.LIVE).value());
        known.put("sandbox AppKey", credentials.signing(game, Env.SANDBOX).value());
        known.put("webhook secret", webhookSecret(0));
        known.put(
                "key of our certificate office", derOf(Pem.of(authorities.get().key())));
        var secret = appSecrets.reset(game, MEI);
        known.put("app secret", secret);
        known.put("access token", accessToken(secret));
    }

    private String webhookSecret(int at) {
        return credentials.webhookSecrets(game).get(at).value().replaceFirst("^whsec_", "");
    }

    private String accessToken(String secret) throws IOException, InterruptedException {
        var address = "http://localhost:%d/cgi-bin/token?grant_type=client_credential&appid=%s&secret=%s";
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address.formatted(port, game, secret)))
                                .build(),
                        BodyHandlers.ofString());
        return json.readTree(answer.body()).required("access_token").asText();
    }

    private void ofPlayers(Map<String, String> known) {
        for (var player : List.of("oPlayerOne", "oPlayerTwo")) {
            var session = sessions.open(game, player);
            known.put("session of " + player, session.session());
            known.put("session key of " + player, session.sessionKey());
        }
    }

    /** Of the settings, and what the sample games' servers were given. */
    private void ofTheSurroundings(Map<String, String> known) {
        for (var setting : List.of("secret-key", "callback-aes-key")) {
            known.put(setting, environment.getRequiredProperty("gatehouse.superapp." + setting));
        }
        for (var game : database.queryForList("select * from toy_game")) {
            for (var column : List.of("app_secret", "app_key", "sandbox_app_key", "webhook_secret")) {
                if (game.get(column) != null) {
                    known.put(
                            "sample " + game.get("app_id") + " " + column,
                            game.get(column).toString().replaceFirst("^whsec_", ""));
                }
            }
        }
    }

    private void ofTheArchive(Map<String, String> known, String passphrase) throws IOException {
        var newest = repository.findByGame(game).stream()
                .filter(it -> it.passphraseSeen() != null)
                .findFirst()
                .orElseThrow();
        var pem = SecrecyTests.files(secrets.archive(newest), passphrase).get("private-key.pem");
        known.put("private key", derOf(pem));
        var line = 1;
        for (var text : pem.lines().filter(it -> !it.startsWith("--")).toList()) {
            known.put("private key, line " + line++, text);
        }
    }

    private static String derOf(String pem) {
        return String.join("", pem.lines().filter(it -> !it.startsWith("--")).toList());
    }

    @Test
    void wouldFindASecretThatSomebodyStoresAsTextOrBytes() {

        var key = issued().value();

        var found = transaction.execute(status -> {
            database.update("update mail set body = body || ? where request = ?", "Your key: " + key, number());
            database.update(
                    "update credential set archive = ? where number = ?",
                    ("keys: " + key).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    number());
            status.setRollbackOnly();
            return new DatabaseCopy(database).tablesWith(key);
        });

        assertThat(found).containsExactly("public.credential", "public.mail");
    }

    private String number() {
        return repository.findByGame(game).get(0).number();
    }

    @Test
    void findsNoBytesOfWhichNobodyHasSaidWhatTheyAre() {

        var columns = new TreeSet<>(database.queryForList("""
                select table_name || '.' || column_name from information_schema.columns
                 where table_schema = 'public' and 'bytea' in (data_type, ltrim(udt_name, '_'))
                   and table_name not like 'toy\\_%'
                """, String.class));

        assertThat(columns).isEqualTo(new TreeSet<>(BYTES.keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app_key", "sandbox_app_key", "webhook_secret", "archive", "passphrase"})
    void opensNoSecretOfACredentialInThePlaceOfAnother(String column) {

        issued();
        renewed();
        var before = opened(column);

        swap("credential", column, "number");

        assertThat(before).hasSize(2).doesNotHaveDuplicates();
        assertThatExceptionOfType(Safe.DoesNotOpen.class).isThrownBy(() -> opened(column));
        swap("credential", column, "number");
        assertThat(opened(column)).isEqualTo(before);
    }

    private List<String> opened(String column) {
        var opened = new ArrayList<String>();
        var credentials = new ArrayList<>(repository.findByGame(game));
        credentials.sort(Comparator.comparing(Credential::number));
        for (var credential : credentials) {
            opened.add(
                    switch (column) {
                        case "app_key" -> secrets.appKey(credential, Env.LIVE).value();
                        case "sandbox_app_key" ->
                            secrets.appKey(credential, Env.SANDBOX).value();
                        case "webhook_secret" ->
                            secrets.webhookSecret(credential).value();
                        case "archive" -> Arrays.toString(secrets.archive(credential));
                        default ->
                            secrets.passphrase(
                                    credential,
                                    database.queryForObject(
                                            "select passphrase from credential where number = ?",
                                            byte[].class,
                                            credential.number()));
                    });
        }
        return opened;
    }

    @Test
    void opensNoKeyOfAPlayerInThePlaceOfAnother() {

        var one = sessions.open(game, "oPlayerOne");
        var other = sessions.open(game, "oPlayerTwo");
        assertThat(sessions.find(one.session())).hasValue(one);
        assertThat(sessions.sessionKey(game, "oPlayerTwo")).hasValue(other.sessionKey());

        swap("player_session", "sealed_key", "session_hash");

        assertThatExceptionOfType(Safe.DoesNotOpen.class).isThrownBy(() -> sessions.find(one.session()));
        assertThatExceptionOfType(Safe.DoesNotOpen.class).isThrownBy(() -> sessions.sessionKey(game, "oPlayerTwo"));
    }

    /** Between the two rows of this test's game. */
    private void swap(String table, String column, String key) {
        var game = table.equals("credential") ? "game" : "app_id";
        var rows = new HashMap<String, Object>();
        for (var row : database.queryForList(
                "select %s, %s from %s where %s = ?".formatted(key, column, table, game), this.game.value())) {
            rows.put(row.get(key).toString(), row.get(column));
        }
        var keys = List.copyOf(rows.keySet());
        assertThat(keys).hasSize(2);
        var update = "update %s set %s = ? where %s = ?".formatted(table, column, key);
        database.update(update, rows.get(keys.get(0)), keys.get(1));
        database.update(update, rows.get(keys.get(1)), keys.get(0));
    }
}
