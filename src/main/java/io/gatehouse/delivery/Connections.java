package io.gatehouse.delivery;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.gatehouse.outbound.EndpointCaller;
import io.gatehouse.outbound.Limits;
import io.gatehouse.outbound.Outbound;

/** The connections notifications go out by. */
@Configuration(proxyBeanMethods = false)
class Connections {

    @Bean
    EndpointCaller endpointCaller(Outbound outbound, DeliverySettings settings) {
        return outbound.caller(new Limits(settings.inFlight(), settings.attemptTimeout()));
    }
}
