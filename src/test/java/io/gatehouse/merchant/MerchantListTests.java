package io.gatehouse.merchant;

import java.util.Currency;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

import io.gatehouse.ApplicationTest;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The list of merchants … */
@Transactional
class MerchantListTests extends ApplicationTest {

    static final Username DANA = new Username("superapp-admin");

    @Autowired
    WebApplicationContext application;

    @Autowired
    Merchants merchants;

    MockMvc browser;

    @BeforeEach
    void manyMerchants() {
        browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        for (var number = 10; number < 70; number++) {
            merchants.manage(new MerchantId("M-many-" + number), "A Shop " + number, Currency.getInstance("USD"), DANA);
        }
    }

    @Test
    void showsSomeAndTheNextOnTheNextPage() throws Exception {

        assertThat(show("/merchants"))
                .contains("A Shop 10", "A Shop 59", "Next page")
                .doesNotContain("A Shop 60");
        assertThat(show("/merchants?after=M-many-59~A Shop 59"))
                .contains("A Shop 60", "First page")
                .doesNotContain("A Shop 59");
    }

    @Test
    void findsAMerchantByAPartOfItsNameOrId() throws Exception {

        assertThat(show("/merchants?search=shop 42")).contains("M-many-42").doesNotContain("M-many-43");
        assertThat(show("/merchants?search=MANY-43")).contains("A Shop 43").doesNotContain("A Shop 42");
        assertThat(show("/merchants?search=no such shop&lang=zh")).contains("没有这样的商户");
    }

    private String show(String path) throws Exception {
        return browser.perform(get(path).with(user(DANA.value())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
