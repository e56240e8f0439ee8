package io.gatehouse.serverapi;

import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletRegistrationBean;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The machine routes have no sign-in and no session: each call proves by token and signature who speaks. */
@Configuration(proxyBeanMethods = false)
class ServerApiConfiguration {

    private static final String[] ROUTES = routes("**");
    private static final String[] SERVLET_PATTERNS = routes("*");

    private static String[] routes(String wildcard) {
        return Stream.of(Door.values()).map(it -> it.path() + wildcard).toArray(String[]::new);
    }

    @Bean
    @Order(10)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        return http.securityMatcher(ROUTES)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    FilterRegistrationBean<Bulkhead> machinesAtATime(ServerApiSettings settings, ObjectMapper json) {
        var bulkhead = new Bulkhead(settings.concurrentCalls(), settings.concurrentCallbacks(), json);
        var registration = new FilterRegistrationBean<>(bulkhead);
        registration.addUrlPatterns(SERVLET_PATTERNS);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    @Bean
    FilterRegistrationBean<SentErrors> errorsSentToMachines(Leftovers leftovers) {
        var registration = new FilterRegistrationBean<>(new SentErrors(leftovers));
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Behind the bulkhead. */
    @Bean
    FilterRegistrationBean<StraightWay> straightWay(DispatcherServletRegistrationBean servlet) {
        var registration = new FilterRegistrationBean<>(new StraightWay(servlet.getServletName()));
        registration.addUrlPatterns(SuperappController.PAID);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 101);
        return registration;
    }

    /**
     * A machine's body is its own to read, whatever type it says it has; people send forms with files. What was wrong with
     * one of these is told without reading it again.
     */
    @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {

            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return request.getDispatcherType() != DispatcherType.ERROR
                        && Door.of(request).isEmpty()
                        && !request.getRequestURI().startsWith("/api/")
                        && super.isMultipart(request);
            }
        };
    }

    /** Asked before the one that speaks to people only. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> malformedRequests(ObjectMapper json) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new MalformedRequests(json)));
    }

    @Bean
    WebMvcConfigurer machineCalls(ServerCallResolver calls, SuperappCallbackResolver callbacks) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new JsonForAll()).addPathPatterns(ROUTES);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(calls);
                resolvers.add(callbacks);
            }
        };
    }
}
