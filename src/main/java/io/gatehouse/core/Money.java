package io.gatehouse.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in the minor units of a currency (cents for USD, yen for JPY, fils for KWD). Never a floating-point number.
 *
 * @param minor the amount in minor units
 * @param currency an ISO 4217 currency
 */
public record Money(long minor, Currency currency) {

    public static Money of(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    /**
     * Reads an amount typed in major units.
     *
     * @throws InvalidValue unless it is a plain decimal number with at most as many decimals as the currency has
     */
    public static Money parse(String field, String typed, Currency currency) {
        var digits = currency.getDefaultFractionDigits();
        if (!typed.strip().matches("\\d{1,15}(\\.\\d{1,4})?")) {
            throw new InvalidValue(field, "money.not-a-number", typed, currency.getCurrencyCode(), digits);
        }
        try {
            var exact = new BigDecimal(typed.strip()).setScale(digits, RoundingMode.UNNECESSARY);
            return new Money(exact.unscaledValue().longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new InvalidValue(field, "money.too-many-decimals", typed, currency.getCurrencyCode(), digits);
        }
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(minor, quantity), currency);
    }

    public boolean isMoreThan(Money other) {
        return minor > same(other).minor;
    }

    /** The amount in major units with exactly the currency's decimals and no grouping, for example {@code 4.99}. */
    public String major() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s is not in %s".formatted(other, currency));
        }
        return other;
    }

    @Override
    public String toString() {
        return major() + " " + currency.getCurrencyCode();
    }
}
