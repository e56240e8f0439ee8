package io.gatehouse.access.web;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.web.server.Cookie;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

import io.gatehouse.core.Safe;

/** What every handler method can count on: its right was checked, its game and person are at hand, a language is chosen. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("gatehouse-language");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(
                request -> Language.preferredBy(request).locale());
        return resolver;
    }

    /** As the settings of {@code server.servlet.session.cookie} say. */
    @Bean
    MarkedCookies sessionCookies(ServerProperties server, Safe safe) {
        var cookies = new MarkedCookies(safe);
        var settings = server.getServlet().getSession().getCookie();
        var given = PropertyMapper.get().alwaysApplyingWhenNonNull();
        given.from(settings::getName).to(cookies::setCookieName);
        given.from(settings::getDomain).to(cookies::setDomainName);
        given.from(settings::getPath).to(cookies::setCookiePath);
        given.from(settings::getHttpOnly).to(cookies::setUseHttpOnlyCookie);
        given.from(settings::getSecure).to(cookies::setUseSecureCookie);
        given.from(settings::getSameSite).as(Cookie.SameSite::attributeValue).to(cookies::setSameSite);
        return cookies;
    }

    @Bean
    WebMvcConfigurer accessOfHandlers(
            WallInterceptor wall,
            RequiresInterceptor requires,
            LanguageInterceptor language,
            GameArgumentResolver games,
            PersonArgumentResolver people) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(wall).order(Ordered.HIGHEST_PRECEDENCE);
                registry.addInterceptor(language).excludePathPatterns("/api/v1/**");
                registry.addInterceptor(requires);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(games);
                resolvers.add(people);
            }
        };
    }
}
