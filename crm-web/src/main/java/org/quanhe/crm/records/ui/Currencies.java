package org.quanhe.crm.records.ui;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The currencies that are in use somewhere, as forms offer them. */
public final class Currencies {
    private static final Set<String> USED = used();

    private Currencies() {}

    /** That one first, then all by code. */
    public static List<Input.Option> of(Currency first) {
        List<String> codes = new ArrayList<>(USED);
        codes.remove(first.getCurrencyCode());
        codes.add(0, first.getCurrencyCode());
        return codes.stream().map(code -> new Input.Option(code, code)).toList();
    }

    private static Set<String> used() {
        Set<String> codes = new TreeSet<>();
        for (String country : Locale.getISOCountries()) {
            Currency currency =
                    Currency.getInstance(new Locale.Builder().setRegion(country).build());
            if (currency != null && currency.getDefaultFractionDigits() >= 0) {
                codes.add(currency.getCurrencyCode());
            }
        }
        return codes;
    }
}
