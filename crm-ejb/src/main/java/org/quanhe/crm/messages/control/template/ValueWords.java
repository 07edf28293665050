package org.quanhe.crm.messages.control.template;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.platform.Told;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.PostalAddress;

/** Values of records as readers of a language write them. */
final class ValueWords {
    private final Language language;
    private final Texts texts;
    private final Told told;
    private final Function<RecordRef, String> titles;

    /** @param titles title of a record that is pointed to, empty where it may not be read */
    ValueWords(Language language, ZoneId zone, Function<RecordRef, String> titles) {
        this.language = language;
        this.texts = Texts.in(language);
        this.told = new Told(language, zone);
        this.titles = titles;
    }

    String of(FieldView field, Object value) {
        if (value instanceof List<?> many) {
            return many.stream()
                    .map(one -> of(field, one))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(texts.text("messages.comma")));
        }
        if (value instanceof RecordRef ref) {
            return titles.apply(ref);
        }
        if (value instanceof ContactPoint point) {
            return point.value();
        }
        if (value instanceof PostalAddress address) {
            return address(address);
        }
        if (value instanceof Boolean yes) {
            return texts.text(yes ? "ui.yes" : "ui.no");
        }
        if (value instanceof LocalDate date) {
            return told.date(date);
        }
        if (value instanceof Instant at) {
            return told.dateTime(at);
        }
        if (value instanceof Money money) {
            return told.money(money);
        }
        if (value instanceof BigDecimal number) {
            return told.number(number);
        }
        boolean choice = field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.CHOICES;
        return choice ? texts.find(field.labelKey() + "." + value).orElse(value.toString()) : value.toString();
    }

    private String address(PostalAddress address) {
        String country = address.country().isEmpty()
                ? ""
                : new Locale.Builder().setRegion(address.country()).build().getDisplayCountry(language.locale());
        return Stream.of(address.oneLine(), address.postalCode(), country)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
