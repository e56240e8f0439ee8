package io.gatehouse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The approval platform with which a superapp runs virtual payment for the mini games on it. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Gatehouse", sharedModules = "core")
public class Gatehouse {

    public static void main(String[] arguments) {
        SpringApplication.run(Gatehouse.class, arguments);
    }
}
