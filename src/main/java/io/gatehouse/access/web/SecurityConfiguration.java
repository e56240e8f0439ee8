package io.gatehouse.access.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

import io.gatehouse.access.SignInTries;

/** One sign-in for the console and for Tasklist. The machine routes have a chain of their own, in {@code serverapi}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    HttpFirewall firewall() {
        return new Firewall();
    }

    /** A span around each filter of each request tells nobody anything, and is paid by every payment callback. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * The engine's web applications bring their own protection against forged requests and their own headers. Their
     * "log out" is ours; it comes with the header that no other site can send.
     */
    @Bean
    @Order(20)
    SecurityFilterChain engineWebapps(HttpSecurity http) throws Exception {
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/camunda/**"))
                .authorizeHttpRequests(it -> it.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(it -> it.logoutRequestMatcher(SecurityConfiguration::isTasklistSignOut)
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .exceptionHandling(it -> it.authenticationEntryPoint(new SignInOr401("/sign-in")))
                .build();
    }

    private static boolean isTasklistSignOut(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && request.getRequestURI().endsWith("/camunda/api/admin/auth/user/default/logout")
                && request.getHeader("X-XSRF-TOKEN") != null;
    }

    @Bean
    SignInThrottle signInThrottle(SignInTries tries) {
        return new SignInThrottle(tries);
    }

    /** It belongs to the sign-in alone, not before everything. */
    @Bean
    FilterRegistrationBean<SignInThrottle> signInThrottleRegistration(SignInThrottle throttle) {
        var registration = new FilterRegistrationBean<>(throttle);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @Order(100)
    SecurityFilterChain console(HttpSecurity http, SignInThrottle throttle) throws Exception {
        return http.addFilterBefore(throttle, UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(it -> it.requestMatchers(
                                "/sign-in",
                                "/invitation/*",
                                "/webjars/**",
                                "/*.css",
                                "/*.js",
                                "/art/**",
                                "/fonts/**",
                                "/pictures/**",
                                "/schemas/**",
                                "/error",
                                "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(it -> it.loginPage("/sign-in").permitAll())
                .logout(it -> it.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .requestCache(Customizer.withDefaults())
                .exceptionHandling(it -> it.authenticationEntryPoint(new SignInOr401("/sign-in")))
                .headers(it -> it.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(Customizer.withDefaults()))
                .build();
    }
}
