package io.gatehouse.serverapi;

import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The machine routes have no sign-in and no session: each call proves by token and signature who speaks. */
@Configuration(proxyBeanMethods = false)
class ServerApiConfiguration {

    private static final String[] ROUTES = {
        "/cgi-bin/**", "/sns/**", "/xpay/**", "/wxa/**", "/openserver/**", "/payment/super-app/**"
    };
    private static final String[] SERVLET_PATTERNS = {
        "/cgi-bin/*", "/sns/*", "/xpay/*", "/wxa/*", "/openserver/*", "/payment/super-app/*"
    };

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

    /** Behind the bulkhead. */
    @Bean
    FilterRegistrationBean<StraightWay> straightWay(DispatcherServletRegistrationBean servlet) {
        var registration = new FilterRegistrationBean<>(new StraightWay(servlet.getServletName()));
        registration.addUrlPatterns(SuperappController.PAID);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 101);
        return registration;
    }

    @Bean
    WebMvcConfigurer machineCalls(ServerCallResolver calls, SuperappCallbackResolver callbacks) {
        return new WebMvcConfigurer() {

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(calls);
                resolvers.add(callbacks);
            }
        };
    }
}
