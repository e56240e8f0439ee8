package io.gatehouse.catalogue;

import java.util.Currency;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.core.InvalidValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ItemRulesTests {

    private static final Currency USD = Currency.getInstance("USD");

    private final ItemRules rules = new ItemRules(CatalogueFixtures.settings());

    @ParameterizedTest
    @ValueSource(strings = {"a", "gem_100", "GEM-100", "0", "_", "-"})
    void takeAnIdOfTheAllowedCharacters(String code) {

        assertThat(rules.check(entry(code, "Gems", "0.99", ""), USD).code().value())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shield moon", "gem.100", "gém", "a/b", "=1+1", "道具"})
    void refuseAnIdOfOtherCharacters(String code) {

        refuses("code", entry(code, "Gems", "0.99", ""), "USD");
    }

    @Test
    void refuseAnIdOf65Characters() {

        assertThat(rules.check(entry("x".repeat(64), "Gems", "0.99", ""), USD)
                        .code()
                        .value())
                .hasSize(64);
        refuses("code", entry("x".repeat(65), "Gems", "0.99", ""), "USD");
    }

    @Test
    void countANameInCodePoints() {

        assertThat(rules.check(entry("gem", "💎".repeat(20), "0.99", ""), USD).name())
                .isEqualTo("💎".repeat(20));
        refuses("name", entry("gem", "💎".repeat(21), "0.99", ""), "USD");
        refuses("name", entry("gem", "   ", "0.99", ""), "USD");
    }

    @Test
    void refuseANameThatTurnsTheTextAround() {

        refuses("name", entry("gem", "abc\u202Edef", "0.99", ""), "USD");
        refuses("name", entry("gem", "abc\u0007", "0.99", ""), "USD");
    }

    @ParameterizedTest
    @CsvSource({"0.99,USD,99", "4.9,USD,490", "5,USD,500", "120,JPY,120", "1.250,KWD,1250", "999999.99,USD,99999999"})
    void readAPriceInMajorUnits(String typed, String currency, long minor) {

        var terms = rules.check(entry("gem", "Gems", typed, ""), Currency.getInstance(currency));

        assertThat(terms.price().minor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({
        "9.999,USD",
        "1.5,JPY",
        "0,USD",
        "0.001,USD",
        "-1,USD",
        "1000000.00,USD",
        "1e3,USD",
        "'1,000',USD",
        "abc,USD",
        "'',USD",
        "100000000,JPY"
    })
    void refuseAPriceOutsideItsRulesAndDecimals(String typed, String currency) {

        refuses("price", entry("gem", "Gems", typed, ""), currency);
    }

    @Test
    void takeARemarkOfUpTo1024() {

        assertThat(rules.check(entry("gem", "Gems", "1", "x".repeat(1024)), USD).remark())
                .hasSize(1024);
        refuses("remark", entry("gem", "Gems", "1", "x".repeat(1025)), "USD");
    }

    @Test
    void nameEverythingThatIsWrongAtOnce() {

        assertThatExceptionOfType(InvalidItem.class)
                .isThrownBy(() -> rules.check(entry("a b", "", "x", "y".repeat(2000)), USD))
                .satisfies(it -> assertThat(it.faults())
                        .extracting(InvalidValue::field)
                        .containsExactly("code", "name", "price", "remark"));
    }

    private void refuses(String field, ItemEntry entry, String currency) {
        assertThatExceptionOfType(InvalidItem.class)
                .isThrownBy(() -> rules.check(entry, Currency.getInstance(currency)))
                .satisfies(it -> assertThat(it.field()).isEqualTo(field));
    }

    private static ItemEntry entry(String code, String name, String price, String remark) {
        return new ItemEntry(code, name, price, remark);
    }
}
