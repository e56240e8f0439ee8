package io.gatehouse.catalogue;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Money;

/** The rules of an item's fields: one place for what is typed by hand, imported, or uploaded by a server. */
@Component
class ItemRules {

    static final long HIGHEST_PRICE = 99_999_999;
    static final int LONGEST_REMARK = 1024;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern CONTROL_BUT_LINES =
            Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private final int nameLimit;

    ItemRules(CatalogueSettings settings) {
        this.nameLimit = settings.nameLimit();
    }

    int nameLimit() {
        return nameLimit;
    }

    /** @throws InvalidItem with everything that is wrong */
    ItemTerms check(ItemEntry entry, Currency currency) {
        var findings = findings(entry, currency);
        if (!findings.faults().isEmpty()) {
            throw new InvalidItem(findings.faults());
        }
        return findings.terms().orElseThrow();
    }

    Findings findings(ItemEntry entry, Currency currency) {
        var faults = new ArrayList<InvalidValue>();
        var code = attempt(() -> new ItemCode(entry.code().strip()), faults);
        var name = attempt(() -> name(entry.name().strip()), faults);
        var price = attempt(() -> price(entry.price().strip(), currency), faults);
        var remark = attempt(() -> remark(entry.remark().replace("\r\n", "\n").strip()), faults);
        if (code == null || name == null || price == null || remark == null) {
            return new Findings(Optional.empty(), faults);
        }
        return new Findings(Optional.of(new ItemTerms(code, name, price, remark)), faults);
    }

    private String name(String name) {
        var length = name.codePointCount(0, name.length());
        if (length == 0) {
            throw new InvalidValue("name", "item.name-missing");
        }
        if (length > nameLimit) {
            throw new InvalidValue("name", "item.name-too-long", length, nameLimit);
        }
        if (CONTROL.matcher(name).find()) {
            throw new InvalidValue("name", "item.name-control");
        }
        return name;
    }

    private static Money price(String typed, Currency currency) {
        if (typed.isEmpty()) {
            throw new InvalidValue("price", "item.price-missing", currency.getCurrencyCode());
        }
        var price = Money.parse("price", typed, currency);
        if (price.minor() < 1 || price.minor() > HIGHEST_PRICE) {
            var least = new Money(1, currency);
            var most = new Money(HIGHEST_PRICE, currency);
            throw new InvalidValue("price", "item.price-out-of-range", typed, least.major(), most);
        }
        return price;
    }

    private static String remark(String remark) {
        var length = remark.codePointCount(0, remark.length());
        if (length > LONGEST_REMARK) {
            throw new InvalidValue("remark", "item.remark-too-long", length, LONGEST_REMARK);
        }
        if (CONTROL_BUT_LINES.matcher(remark).find()) {
            throw new InvalidValue("remark", "item.remark-control");
        }
        return remark;
    }

    private static <T> @Nullable T attempt(Supplier<T> rule, List<InvalidValue> faults) {
        try {
            return rule.get();
        } catch (InvalidValue e) {
            faults.add(e);
            return null;
        }
    }

    /** The meaning of an entry, or everything that is wrong with it. */
    record Findings(Optional<ItemTerms> terms, List<InvalidValue> faults) {}
}
