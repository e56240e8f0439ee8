package io.gatehouse.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.Sentences;
import io.gatehouse.core.Username;
import io.gatehouse.workflow.TasklistHardeningTests.Browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Tasklist speaks the language a person chose in the console. */
class TasklistLanguageTests extends ApplicationTest {

    static final String ENGINE = TasklistHardeningTests.ENGINE;
    static final String LOCALES = "META-INF/resources/webjars/camunda/app/tasklist/locales/";

    @Autowired
    People people;

    @Autowired
    RepositoryService repository;

    @Autowired
    TasklistTexts texts;

    @Autowired
    MessageSource messages;

    @Autowired
    Forms forms;

    @Autowired
    Sentences sentences;

    final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void reviewer() {
        var name = new Username("bilingual-reviewer");
        people.register(name, "Li Na", "li@example.com", "secret", Locale.ENGLISH);
        people.join(name, null, Role.REVIEW_STAFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void bringsEveryLabelOfTasklist(String language) throws IOException {

        var original = Stream.of(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:" + LOCALES + "en.json"))
                .filter(TasklistLanguageTests::inTheWebjar)
                .findFirst()
                .orElseThrow();

        var ours = json.readTree(getClass().getClassLoader().getResourceAsStream(LOCALES + language + ".json"));

        assertThat(ours.path("labels").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(
                        () -> read(original).path("labels").fieldNames());
        assertThat(places(ours)).isEqualTo(places(read(original)));
        assertThat(ours.path("dateLocales").path("months")).hasSize(12);
    }

    @Test
    void isToldWhichLanguageAPersonChose() throws Exception {

        var english = signedIn("en");
        var chinese = signedIn("zh");

        assertThat(english.get("/camunda/app/tasklist/scripts/language.js").body())
                .isEqualTo("export default 'en';\n");
        assertThat(chinese.get("/camunda/app/tasklist/scripts/language.js").body())
                .isEqualTo("export default 'zh-CN';\n");
        assertThat(chinese.get("/camunda/app/tasklist/scripts/language.js")
                        .headers()
                        .firstValue("cache-control"))
                .hasValue("no-store");
        assertThat(english.get("/camunda/app/tasklist/scripts/config.js").body())
                .contains("vendor: 'Gatehouse'");
    }

    @Test
    void namesFiltersAndProcessesInIt() throws Exception {

        var chinese = signedIn("zh");

        var filters = json.readTree(chinese.get(ENGINE + "/filter?resourceType=Task&firstResult=0&maxResults=50")
                .body());
        var processes = json.readTree(
                chinese.get(ENGINE + "/process-definition?latest=true&startableInTasklist=true&maxResults=15")
                        .body());

        assertThat(filters.findValuesAsText("name")).contains("开通支付", "已逾期").doesNotContain("Enablement", "Overdue");
        assertThat(filters.findValuesAsText("label")).containsOnly("申请编号");
        assertThat(processes.findValuesAsText("name"))
                .as(processes.toString())
                .contains("退款")
                .doesNotContain("Refund");
    }

    @Test
    void saysAStartFormInIt() throws Exception {

        var refund = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("refund")
                .latestVersion()
                .singleResult();

        var form = json.readTree(signedIn("zh")
                .get(ENGINE + "/process-definition/" + refund.getId() + "/deployed-start-form")
                .body());

        assertThat(form.findValuesAsText("label")).contains("原因", "退款金额").doesNotContain("Reason", "Amount");
        assertThat(form.findValuesAsText("text")).containsExactly("代玩家申请退款，由另一个人审核。");
    }

    @Test
    void saysTheDrawingOfAProcessInIt() throws Exception {

        var release = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("item-release")
                .latestVersion()
                .singleResult();
        var path = ENGINE + "/process-definition/" + release.getId() + "/xml";

        assertThat(signedIn("en").get(path).body()).contains("Review items", "Second review needed?", "\\\"Yes\\\"");
        assertThat(signedIn("zh").get(path).body())
                .contains("审核道具", "需要第二次审核？", "\\\"是\\\"")
                .doesNotContain("name=\\\"Review items\\\"", "name=\\\"Yes\\\"");
    }

    @Test
    void namesTheFieldOfARefusalInIt() {

        var refusal = catchThrowableOfType(InvalidForm.class, () -> forms.check("decide-enablement", Map.of()));

        assertThat(sentences.of(refusal, Locale.ENGLISH))
                .isEqualTo("The form was not sent. Decision is required. What you typed is kept.");
        assertThat(sentences.of(refusal, Locale.SIMPLIFIED_CHINESE))
                .contains("审批结果")
                .doesNotContain("Decision");
    }

    static Stream<Resource> forms() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:/forms/*.form"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void saysEveryFormInBothLanguages(Resource file) throws IOException {

        var original = read(file);
        var english = read(file);
        var chinese = read(file);

        texts.form(english, Locale.ENGLISH);
        texts.form(chinese, Locale.SIMPLIFIED_CHINESE);

        assertThat(english).isEqualTo(original);
        assertThat(Stream.of("label", "description", "text").flatMap(it -> chinese.findValuesAsText(it).stream()))
                .allMatch(it -> it.matches("(?s).*\\p{IsHan}.*|> \\{\\{\\w+}}"));
    }

    @Test
    void hasAChineseNameForEveryProcessAndTask() {

        var models = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(it -> it.getResourceName().endsWith(it.getKey() + ".bpmn"))
                .toList();

        assertThat(models).hasSizeGreaterThanOrEqualTo(9).allSatisfy(it -> {
            assertThat(say("process." + it.getKey(), Locale.ENGLISH)).isEqualTo(it.getName());
            assertThat(say("process." + it.getKey(), Locale.SIMPLIFIED_CHINESE)).matches("\\p{IsHan}+");
        });
        assertThat(models)
                .flatMap(it -> repository.getBpmnModelInstance(it.getId()).getModelElementsByType(UserTask.class))
                .allSatisfy(it -> {
                    assertThat(say("task." + it.getId(), Locale.ENGLISH)).isEqualTo(it.getName());
                    assertThat(say("task." + it.getId(), Locale.SIMPLIFIED_CHINESE))
                            .matches("\\p{IsHan}+");
                });
    }

    @Test
    void endsTheSignInOfTheConsoleToo() throws Exception {

        var browser = signedIn("en");

        var status = browser.post("/camunda/api/admin/auth/user/default/logout", "{}");

        assertThat(status).isEqualTo(204);
        assertThat(URI.create(browser.get("/reviews")
                                .headers()
                                .firstValue("location")
                                .orElseThrow())
                        .getPath())
                .isEqualTo("/sign-in");
    }

    private Browser signedIn(String language) throws IOException, InterruptedException {
        var browser = new Browser(port).signIn("bilingual-reviewer", "secret");
        browser.get("/?lang=" + language);
        return browser;
    }

    private String say(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    private JsonNode read(Resource file) {
        try (var content = file.getInputStream()) {
            return json.readTree(new String(content.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean inTheWebjar(Resource file) {
        try {
            return "jar".equals(file.getURL().getProtocol());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The places of each label that Tasklist fills. */
    private static TreeMap<String, String> places(JsonNode locale) {
        var places = new TreeMap<String, String>();
        locale.path("labels")
                .properties()
                .forEach(it -> places.put(
                        it.getKey(),
                        Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}")
                                .matcher(it.getValue().asText())
                                .results()
                                .map(found -> found.group(1))
                                .sorted()
                                .toList()
                                .toString()));
        return places;
    }
}
