package io.gatehouse.workflow;

import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

import io.gatehouse.access.People;

/** Tasklist behind our sign-in and our gate: first Spring Security, then the gate and the
 * language, then the engine's own filters. */
@Configuration(proxyBeanMethods = false)
class WebappConfiguration {

    private static final int AFTER_SIGN_IN = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    FilterRegistrationBean<Filter> tasklistGate(People people, ObjectMapper json) {
        var gate = new FilterRegistrationBean<Filter>(new TasklistGate(people, json));
        gate.setOrder(AFTER_SIGN_IN);
        gate.addUrlPatterns("/camunda/*");
        return gate;
    }

    @Bean
    FilterRegistrationBean<Filter> tasklistLanguage(LocaleResolver locales, TasklistTexts texts, ObjectMapper json) {
        var language = new FilterRegistrationBean<Filter>(new TasklistLanguage(locales, texts, json));
        language.setOrder(AFTER_SIGN_IN + 1);
        language.addUrlPatterns("/camunda/*");
        return language;
    }

    @Bean
    FilterRegistrationBean<Filter> tasklistSignIn() {
        var filter = new FilterRegistrationBean<Filter>(new ContainerBasedAuthenticationFilter());
        filter.setName("Tasklist sign-in");
        filter.setInitParameters(Map.of(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, SignedInPerson.class.getName()));
        filter.setOrder(AFTER_SIGN_IN + 2);
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        return filter;
    }
}
