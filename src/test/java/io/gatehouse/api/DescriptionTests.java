package io.gatehouse.api;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** The description of the API is one that tools read, and tells of every route. */
class DescriptionTests extends ApiTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void isReadByToolsWithoutComplaint() throws IOException, InterruptedException {

        var options = new ParseOptions();
        options.setResolve(true);
        var read = new OpenAPIV3Parser()
                .readContents(with("").get("/openapi.json").response().body(), null, options);

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getOpenapi()).startsWith("3.1");
    }

    @Test
    void saysTheSameInYaml() throws IOException, InterruptedException {

        var yaml = with("").get("/openapi.yaml");

        assertThat(yaml.status()).isEqualTo(200);
        assertThat(new OpenAPIV3Parser()
                        .readContents(yaml.response().body())
                        .getOpenAPI()
                        .getPaths()
                        .keySet())
                .isEqualTo(description().getPaths().keySet());
    }

    @Test
    void tellsOfEveryRouteAndNoOther() throws IOException, InterruptedException {

        var told = new TreeSet<String>();
        description()
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap().keySet().forEach(it -> told.add(it + " " + path)));

        assertThat(told).isEqualTo(routes());
    }

    @Test
    void saysOfEveryRouteWhatItDoesAndWhatCanGoWrong() throws IOException, InterruptedException {

        for (var item : description().getPaths().values()) {
            for (var operation : item.readOperations()) {
                assertThat(operation.getSummary())
                        .as(operation.getOperationId())
                        .isNotBlank()
                        .doesNotStartWith("api.");
                assertThat(operation.getOperationId()).matches("[a-z][A-Za-z]+");
                assertThat(operation.getResponses())
                        .as(operation.getOperationId())
                        .containsKeys("401", "403", "429");
                assertThat(operation.getSecurity())
                        .as(operation.getOperationId())
                        .hasSize(1);
                var parameters = operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters();
                assertThat(parameters)
                        .as(operation.getOperationId())
                        .allSatisfy(it ->
                                assertThat(it.getDescription()).as(it.getName()).isNotBlank());
            }
        }
    }

    @Test
    void saysItInTheLanguageAskedFor() throws IOException, InterruptedException {

        var chinese = with("").with("Accept-Language", "zh").get("/openapi.json");

        assertThat(chinese.text("/paths/~1api~1v1~1games~1{game}~1items/get/summary"))
                .isEqualTo("道具，最近变更在前，每页 50 条");
        assertThat(with("").get("/openapi.json").text("/paths/~1api~1v1~1games~1{game}~1items/get/summary"))
                .isEqualTo("Items, the last changed first, 50 a page");
    }

    @Test
    void namesNothingOfTheServersInside() throws IOException, InterruptedException {

        var schemas = description().getComponents().getSchemas().keySet();

        assertThat(schemas).noneMatch(it -> it.endsWith("View") || it.endsWith("Wanted") && it.startsWith("Item"));
    }

    private OpenAPI description() throws IOException, InterruptedException {
        return new OpenAPIV3Parser()
                .readContents(with("").get("/openapi.json").response().body())
                .getOpenAPI();
    }

    private TreeSet<String> routes() {
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getPackageName().equals("io.gatehouse.api")) {
                info.getPatternValues().stream()
                        .filter(it -> it.startsWith("/api/v1"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(it -> routes.add(it.name().toUpperCase(Locale.ROOT) + " " + path)));
            }
        });
        return routes;
    }
}
