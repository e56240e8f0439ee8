package io.gatehouse.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

import io.gatehouse.access.ApiCaller;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.access.Scope;

/** What the routes themselves do not say of the API: who may call, what can go wrong, how to repeat a call. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String DOES = "^api\\.does\\.";
    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_TYPE = "application/problem+json";
    private static final Map<String, ProblemKind> ALWAYS = Arrays.stream(ProblemKind.values())
            .filter(it -> List.of(
                            ProblemKind.INVALID,
                            ProblemKind.UNAUTHENTICATED,
                            ProblemKind.FORBIDDEN,
                            ProblemKind.UNKNOWN,
                            ProblemKind.TOO_MANY,
                            ProblemKind.BUSY)
                    .contains(it))
            .collect(Collectors.toMap(it -> String.valueOf(it.status().value()), it -> it));

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Game.class, Person.class, ApiCaller.class);
    }

    @Bean
    OpenAPI managementApi(@Value("${gatehouse.public-url}") String publicUrl, ApiSettings settings) {
        return new OpenAPI()
                .info(new Info().title("Gatehouse management API").version("1").description(text(settings)))
                .servers(List.of(new Server().url(publicUrl)))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API token of a person, made on the page Account")));
    }

    @Bean
    OpenApiCustomizer formOfProblems() {
        return description -> ModelConverters.getInstance(true)
                .readAll(ProblemResource.class)
                .forEach((name, schema) -> description.getComponents().addSchemas(name, schema));
    }

    @Bean
    OperationCustomizer whatEveryRouteHas() {
        return (operation, method) -> {
            var requires = method.getMethodAnnotation(Requires.class);
            if (requires != null) {
                rights(operation, requires);
            }
            operation.setOperationId(id(method));
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN, scopes(requires)));
            parameters(operation, method);
            answers(operation, method);
            return operation;
        };
    }

    /** Generated clients name their methods by it: of {@code api.does.items.take-down} it is {@code itemsTakeDown}. */
    private static String id(HandlerMethod method) {
        var does = Objects.requireNonNull(
                        method.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class), method.toString())
                .summary();
        return Pattern.compile("[.-](\\w)")
                .matcher(does.replaceFirst(DOES, ""))
                .replaceAll(it -> it.group(1).toUpperCase(Locale.ROOT));
    }

    private static void rights(Operation operation, Requires requires) {
        var said = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        operation.setDescription(said + "Right: "
                + Arrays.stream(requires.value())
                        .map(it -> "`" + it.key() + "`")
                        .collect(Collectors.joining(" or "))
                + ". Scope: "
                + scopes(requires).stream().map(it -> "`" + it + "`").collect(Collectors.joining(" or ")) + ".");
    }

    private static List<String> scopes(@Nullable Requires requires) {
        return requires == null
                ? List.of()
                : Arrays.stream(requires.value())
                        .flatMap(it -> Scope.covering(it).stream())
                        .map(Scope::key)
                        .distinct()
                        .toList();
    }

    private static void parameters(Operation operation, HandlerMethod method) {
        if (Arrays.stream(method.getMethodParameters()).anyMatch(it -> it.getParameterType() == Game.class)) {
            operation.addParametersItem(new PathParameter()
                    .name("game")
                    .description("The id of a mini game")
                    .schema(new StringSchema().example("wx7f20c4a19be3")));
        }
        if (method.hasMethodAnnotation(PostMapping.class)) {
            operation.addParametersItem(new HeaderParameter()
                    .name(IdempotencyInterceptor.HEADER)
                    .description(
                            "A random text for this call: sent again within 7 days, it is done once and answered alike")
                    .schema(new StringSchema().maxLength(255)));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(ApiDescription::describe);
        }
    }

    private static void describe(Parameter parameter) {
        if (parameter.getDescription() != null) {
            return;
        }
        switch (parameter.getName()) {
            case "cursor" -> parameter.setDescription("The next of the page before; leave it out for the first page");
            case "id" -> parameter.setDescription("An id that a call before answered with");
            case "code" -> parameter.setDescription("The id of an item");
            case "number" -> parameter.setDescription("The number of a request or a refund");
            case "orderNo" -> parameter.setDescription("Our number of an order");
            case "If-Match" ->
                parameter.setDescription("The ETag it was read with; refused with 412 if it has changed since");
            default -> {}
        }
    }

    private static void answers(Operation operation, HandlerMethod method) {
        var answers = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        ALWAYS.forEach((status, kind) -> answers.addApiResponse(status, problem(kind)));
        var changes = !method.hasMethodAnnotation(GetMapping.class);
        if (changes) {
            Stream.of(ProblemKind.CONFLICT, ProblemKind.TOO_LARGE, ProblemKind.WRONG_TYPE)
                    .forEach(it ->
                            answers.addApiResponse(String.valueOf(it.status().value()), problem(it)));
        }
        if (method.hasMethodAnnotation(PostMapping.class)) {
            answers.addApiResponse("422", problem(ProblemKind.KEY_REUSED));
        }
        operation.setResponses(answers);
    }

    private static ApiResponse problem(ProblemKind kind) {
        var response = new ApiResponse()
                .description(kind.name().charAt(0)
                        + kind.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' '))
                .content(new Content()
                        .addMediaType(
                                PROBLEM_TYPE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
        return kind == ProblemKind.TOO_MANY || kind == ProblemKind.BUSY
                ? response.addHeaderObject(
                        "Retry-After", new Header().description("In seconds").schema(new StringSchema()))
                : response;
    }

    private static String text(ApiSettings settings) {
        return """
                What the console offers, for programs. A call speaks for the person whose API token it shows, with that \
                person's rights and no more than the token's scopes; four eyes, states and rules are those of the console.

                * **Tokens** are made on the page *Account*, shown once, and expire.
                * **Problems** are answered as `application/problem+json` (RFC 9457): `code` names the rule for ever, `detail` says \
                it in English or Chinese by `Accept-Language`, `errors` names each field at fault.
                * **Unknown fields** and parameters are refused.
                * **Repeating** a POST is safe with an `Idempotency-Key`: it is done once and answered alike for 7 days. \
                What was refused has changed nothing, and its key is free again.
                * **Lists** are read by key: hand `next` in as `cursor`.
                * **Changes** that others must not overwrite: send the `ETag` in `If-Match`.
                * **Rate**: %d calls a second and person, then 429 with `Retry-After`.
                * A game of another team does not exist (404).
                """.formatted(settings.requestsPerSecond());
    }
}
