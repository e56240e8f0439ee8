package io.gatehouse.delivery;

import java.net.InetAddress;
import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way out: the resolver that checks, and the client that uses no other. */
@Configuration(proxyBeanMethods = false)
class Connections {

    @Bean
    @ConditionalOnMissingBean
    NameLookup nameLookup() {
        return InetAddress::getAllByName;
    }

    @Bean
    CheckedResolver checkedResolver(NameLookup names, DeliverySettings settings, Clock clock) {
        return new CheckedResolver(names, settings.allowLoopback(), clock);
    }

    @Bean
    EndpointCaller endpointCaller(CheckedResolver resolver, DeliverySettings settings, Clock clock) {
        return new EndpointCaller(resolver, settings, clock);
    }
}
