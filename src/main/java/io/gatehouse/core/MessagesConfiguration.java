package io.gatehouse.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Every text a person sees: all bundles in {@code messages/}, one a module, English and Simplified Chinese. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    private static final String BUNDLES = "classpath*:messages/*.properties";

    @Bean
    MessageSource messageSource(ResourcePatternResolver resources) throws IOException {
        var source = new ResourceBundleMessageSource();
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true); // so that an apostrophe is written '' everywhere
        source.setBasenames(Arrays.stream(resources.getResources(BUNDLES))
                .map(MessagesConfiguration::name)
                .filter(it -> !it.contains("_"))
                .sorted()
                .map(it -> "messages/" + it)
                .toArray(String[]::new));
        return source;
    }

    private static String name(Resource bundle) {
        var file = String.valueOf(bundle.getFilename());
        return file.substring(0, file.lastIndexOf('.'));
    }
}
