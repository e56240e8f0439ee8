package io.gatehouse.workflow;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.gatehouse.access.People;

/** How the process engine runs here; what is a plain setting stands in {@code application.yaml}. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    private static final int BASE = 32;
    private static final long BITS_48 = (1L << 48) - 1;
    private static final int DIGITS = Long.toString(BITS_48, BASE).length();

    /**
     * Time-ordered ids: new rows land at the right end of the indexes. The engine keeps each of them five times, so they
     * are short: the time and the last 48 bits of a UUID of version 7, to the base of 32.
     */
    @Bean
    IdGenerator timeOrderedIds(Clock clock) {
        var generator = Generators.timeBasedEpochGenerator(new SecureRandom(), new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
        return () -> {
            var id = generator.generate();
            return digits(id.getMostSignificantBits() >>> 16) + digits(id.getLeastSignificantBits() & BITS_48);
        };
    }

    private static String digits(long bits48) {
        var digits = Long.toString(bits48, BASE);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    @Bean
    ProcessEnginePlugin administrators() {
        var plugin = new AdministratorAuthorizationPlugin();
        plugin.setAdministratorGroupName(Identities.ADMINISTRATORS);
        return plugin;
    }

    @Bean
    ProcessEnginePlugin gatehouseEngine(
            ApplicationContext beans,
            UserTaskListeners listeners,
            SubmissionInterceptor submissions,
            ObjectProvider<People> people) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setExpressionManager(new ModelExpressions(beans));
                engine.setCustomHistoryLevels(List.of(new DeliveryHistory()));
                engine.setIdentityProviderSessionFactory(new IdentitiesFactory(people));
                engine.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(listeners)));
                engine.setCustomPostCommandInterceptorsTxRequired(new ArrayList<>(List.of(submissions)));
            }
        };
    }

    private record IdentitiesFactory(ObjectProvider<People> people) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new Identities(people.getObject());
        }
    }
}
