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

import io.gatehouse.access.People;

/** Tasklist behind our sign-in and our gate: first Spring Security, then the gate, then the engine's own filters. */
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
    FilterRegistrationBean<Filter> tasklistSignIn() {
        var filter = new FilterRegistrationBean<Filter>(new ContainerBasedAuthenticationFilter());
        filter.setName("Tasklist sign-in");
        filter.setInitParameters(Map.of(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, SignedInPerson.class.getName()));
        filter.setOrder(AFTER_SIGN_IN + 1);
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        return filter;
    }
}
