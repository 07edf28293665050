package org.quanhe.crm.records.ui;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The currencies that are in use somewhere, as forms offer them. */
final class Currencies {
    /** In a language; the JDK looks through all its countries for them. */
    private static final Map<Locale, List<Input.Option>> TOLD = new ConcurrentHashMap<>();

    private Currencies() {}

    /** That one first, then all by code. */
    static List<Input.Option> of(Currency first, Locale locale) {
        List<Input.Option> options = new ArrayList<>();
        options.add(told(first, locale));
        TOLD.computeIfAbsent(locale, Currencies::all).stream()
                .filter(option -> !option.code().equals(first.getCurrencyCode()))
                .forEach(options::add);
        return options;
    }

    private static List<Input.Option> all(Locale locale) {
        Map<String, Input.Option> byCode = new TreeMap<>();
        for (String country : Locale.getISOCountries()) {
            Currency used =
                    Currency.getInstance(new Locale.Builder().setRegion(country).build());
            if (used != null && used.getDefaultFractionDigits() >= 0) {
                byCode.put(used.getCurrencyCode(), told(used, locale));
            }
        }
        return List.copyOf(byCode.values());
    }

    private static Input.Option told(Currency currency, Locale locale) {
        return new Input.Option(
                currency.getCurrencyCode(), currency.getCurrencyCode() + " · " + currency.getDisplayName(locale));
    }
}
