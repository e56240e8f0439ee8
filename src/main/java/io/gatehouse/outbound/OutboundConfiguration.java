package io.gatehouse.outbound;

import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;

import javax.net.ssl.SSLContext;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every caller shares: the resolver that checks what it finds, and the authorities whose certificates are trusted. */
@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {

    @Bean
    CheckedResolver checkedResolver(OutboundSettings settings, Clock clock) {
        return new CheckedResolver(InetAddress::getAllByName, settings.allowLoopback(), clock);
    }

    /** Those of the Java runtime, or of {@code javax.net.ssl.trustStore}. */
    @Bean
    SSLContext trust() throws NoSuchAlgorithmException {
        return SSLContext.getDefault();
    }
}
