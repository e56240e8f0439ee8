package io.gatehouse.api;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import io.gatehouse.access.ApiTokens;

/** What is the same for every route of the API: who calls, how much, how a body is read. There are no sessions here. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    private static final String ROUTES = Routes.ROOT + "/**";

    /** What anybody may read: it says how to call, and holds nothing of anybody. */
    private static final String DESCRIPTION = Routes.ROOT + "/openapi*";

    private static final int AFTER_RIGHTS = 10;

    static boolean isOfTheApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + Routes.ROOT + "/");
    }

    @Bean
    @Order(15)
    SecurityFilterChain programs(HttpSecurity http, ApiTokens known, CallRate rate, Problems problems)
            throws Exception {
        var tokens = new TokenFilter(known, problems);
        return http.securityMatcher(ROUTES)
                .authorizeHttpRequests(it ->
                        it.requestMatchers(DESCRIPTION).permitAll().anyRequest().authenticated())
                .addFilterBefore(tokens, AuthorizationFilter.class)
                .addFilterAfter(new RateFilter(rate, problems), AuthorizationFilter.class)
                .addFilterAfter(new BodyFilter(problems), RateFilter.class)
                .exceptionHandling(it -> it.authenticationEntryPoint(tokens))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    WebMvcConfigurer callsOfPrograms(
            KnownParameters parameters, IdempotencyInterceptor idempotency, ObjectMapper json) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(parameters).addPathPatterns(ROUTES).order(AFTER_RIGHTS);
                registry.addInterceptor(idempotency).addPathPatterns(ROUTES).order(AFTER_RIGHTS + 1);
            }

            @Override
            public void addViewControllers(ViewControllerRegistry registry) {
                registry.addViewController(Routes.ROOT + "/openapi.yaml")
                        .setViewName("forward:" + Routes.ROOT + "/openapi.json.yaml");
            }

            @Override
            public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
                var strict = strict(json);
                converters.stream()
                        .filter(MappingJackson2HttpMessageConverter.class::isInstance)
                        .map(MappingJackson2HttpMessageConverter.class::cast)
                        .forEach(converter -> converter.registerObjectMappersForType(
                                JsonRequest.class, it -> it.put(MediaType.APPLICATION_JSON, strict)));
            }
        };
    }

    private static ObjectMapper strict(ObjectMapper json) {
        var strict = json.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        strict.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        strict.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        strict.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return strict;
    }
}
