package io.gatehouse.delivery;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/** A game with a receiver, and the pages its team sees of it. */
abstract class DeliveryPageTest extends DeliveryTest {

    @Autowired
    private WebApplicationContext application;

    MockMvc browser = MockMvcBuilders.standaloneSetup().build();

    @BeforeEach
    void open() {
        browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    MockHttpServletRequestBuilder asMei(MockHttpServletRequestBuilder request) {
        return request.param("game", game.value()).with(user(mei.value())).with(csrf());
    }
}
