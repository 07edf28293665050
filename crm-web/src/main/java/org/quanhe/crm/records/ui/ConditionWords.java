package org.quanhe.crm.records.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.shell.ui.Viewer;

/** Tells conditions in words. */
@RequestScoped
public class ConditionWords {
    @Inject
    private Viewer viewer;

    @Inject
    private Values values;

    @Inject
    private References references;

    ListPage.Chip chip(RecordTypeView type, Filter part, Map<String, String> titles, String removeHref) {
        List<String> fields = Filter.fieldsOf(part);
        if (fields.size() != 1 || part instanceof Filter.And || part instanceof Filter.Or) {
            return new ListPage.Chip("", new FilterWriter(type, viewer.id()).write(part), removeHref);
        }
        FieldView field = type.field(fields.get(0));
        return new ListPage.Chip(values.label(field), told(field, part, titles), removeHref);
    }

    private String told(FieldView field, Filter part, Map<String, String> titles) {
        if (part instanceof Filter.In in) {
            return in.literals().stream()
                    .map(literal -> literal(field, literal, titles))
                    .collect(Collectors.joining(", "));
        }
        if (part instanceof Filter.Present) {
            return viewer.text("ui.op.present");
        }
        if (part instanceof Filter.Not not) {
            return not.part() instanceof Filter.Present
                    ? viewer.text("ui.op.absent")
                    : viewer.text("ui.op.told.NOT", told(field, not.part(), titles));
        }
        if (part instanceof Filter.Compare compare) {
            String literal = literal(field, compare.literal(), titles);
            return compare.op() == Filter.Op.EQ
                    ? literal
                    : viewer.text("ui.op.told." + compare.op().name(), literal);
        }
        return "";
    }

    /** A value of the field as people read it. */
    public String literal(FieldView field, Object literal, Map<String, String> titles) {
        if (literal instanceof Long id) {
            return id == viewer.id() && field.target().equals("users")
                    ? viewer.text("ui.me")
                    : title(new RecordRef(field.target(), id), titles);
        }
        if (literal instanceof Boolean yes) {
            return viewer.text(yes ? "ui.yes" : "ui.no");
        }
        if (literal instanceof Money money) {
            return viewer.told().money(money);
        }
        if (literal instanceof BigDecimal number) {
            return viewer.told().number(number);
        }
        if (literal instanceof LocalDate date) {
            return viewer.told().date(date);
        }
        if (literal instanceof Instant at) {
            return viewer.told().dateTime(at);
        }
        return values.choice(field, literal.toString());
    }

    private String title(RecordRef ref, Map<String, String> titles) {
        String known = titles.get(ref.key());
        return known == null ? references.title(ref) : known;
    }
}
