package org.quanhe.crm.search.lucene;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.RecordTypeView;

/** Random records and conditions on them. The values are few, so that conditions hold now and then. */
final class MadeUpRecords {
    static final String TYPE = "things";

    private static final List<String> TEXTS = List.of(
            "Đặng Ánh",
            "dang anh",
            "Đặng",
            "ANH",
            "Nguyễn  Văn  Phú",
            "phú",
            "張偉",
            "张伟",
            "伟",
            "",
            "a".repeat(300),
            "a".repeat(299) + "b",
            "a*b?c\\d[e]~",
            "7",
            "true",
            "ﬁrst 😀");

    private MadeUpRecords() {}

    static RecordTypeView type() {
        List<FieldView> fields = new ArrayList<>();
        for (FieldKind kind : FieldKind.values()) {
            fields.add(
                    new FieldView(kind.name(), kind, "label", List.of(), "", "", 0, Set.of(Use.SORTABLE, Use.FACET)));
        }
        return new RecordTypeView(TYPE, "pi-box", fields, "TEXT", true, true, true);
    }

    static Arbitrary<Map<String, Object>> values() {
        List<Arbitrary<Map<String, Object>>> each = new ArrayList<>();
        for (FieldKind kind : FieldKind.values()) {
            each.add(value(kind).optional(0.7).map(value -> value.<Map<String, Object>>map(v -> Map.of(kind.name(), v))
                    .orElse(Map.of())));
        }
        return Combinators.combine(each).as(parts -> {
            Map<String, Object> all = new LinkedHashMap<>();
            parts.forEach(all::putAll);
            return all;
        });
    }

    private static Arbitrary<Object> value(FieldKind kind) {
        return switch (kind) {
            case CHOICES -> texts().list().ofMaxSize(3).map(Object.class::cast);
            case REFERENCE -> refs().map(Object.class::cast);
            case REFERENCES -> refs().list().ofMaxSize(3).map(Object.class::cast);
            case PHONES, EMAILS, LINKS ->
                texts().map(text -> new ContactPoint("work", text, false))
                        .list()
                        .ofMaxSize(2)
                        .map(Object.class::cast);
            case ADDRESSES ->
                Combinators.combine(texts(), texts())
                        .as((street, city) -> new PostalAddress("work", street, city, "", "", false))
                        .list()
                        .ofMaxSize(2)
                        .map(Object.class::cast);
            default -> literal(kind);
        };
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of(TEXTS);
    }

    private static Arbitrary<RecordRef> refs() {
        return Arbitraries.longs().between(5, 8).map(id -> new RecordRef("users", id));
    }

    private static Arbitrary<Object> literal(FieldKind kind) {
        return switch (kind) {
            case NUMBER ->
                Arbitraries.of("0", "1", "1.0", "-3", "0.1", "12345678901234567890.123456789", "0.000000001")
                        .map(BigDecimal::new);
            case DATE ->
                Arbitraries.of(
                        LocalDate.of(1969, 12, 31), LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1), LocalDate.MIN);
            case DATE_TIME ->
                Arbitraries.of(
                        Instant.EPOCH, Instant.EPOCH.minusNanos(1), Instant.parse("2024-02-29T23:59:59.999999999Z"));
            case YES_NO -> Arbitraries.of(Boolean.TRUE, Boolean.FALSE);
            case REFERENCE, REFERENCES -> Arbitraries.longs().between(5, 8).map(Object.class::cast);
            default -> texts().map(Object.class::cast);
        };
    }

    static Arbitrary<Filter> filters() {
        return Arbitraries.lazyOf(
                MadeUpRecords::comparison,
                MadeUpRecords::comparison,
                () -> Arbitraries.of(FieldKind.class).map(kind -> new Filter.Present(kind.name())),
                () -> Arbitraries.of(FieldKind.class)
                        .flatMap(kind -> literal(kind).list().ofMaxSize(3).map(list -> Filter.in(kind.name(), list))),
                () -> filters().map(Filter.Not::new),
                () -> filters().list().ofMaxSize(3).map(Filter.And::new),
                () -> filters().list().ofMaxSize(3).map(Filter.Or::new));
    }

    private static Arbitrary<Filter> comparison() {
        Arbitrary<FieldKind> kinds = Arbitraries.of(FieldKind.class);
        return Combinators.combine(kinds, kinds, Arbitraries.integers().between(0, 9), Arbitraries.of(Filter.Op.class))
                // now and then a literal of another kind: it fulfils nothing
                .flatAs((field, other, dice, op) -> literal(dice == 0 ? other : field)
                        .map(literal -> new Filter.Compare(field.name(), op, literal)));
    }
}
