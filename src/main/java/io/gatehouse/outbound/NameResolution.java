package io.gatehouse.outbound;

import java.net.InetAddress;
import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one resolver of this module, which checks what it finds. */
@Configuration(proxyBeanMethods = false)
class NameResolution {

    @Bean
    CheckedResolver checkedResolver(OutboundSettings settings, Clock clock) {
        return new CheckedResolver(InetAddress::getAllByName, settings.allowLoopback(), clock);
    }
}
