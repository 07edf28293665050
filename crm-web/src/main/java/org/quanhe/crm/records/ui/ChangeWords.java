package org.quanhe.crm.records.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.platform.MoneyText;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.shell.ui.Viewer;

/** Tells changes of fields: audits keep values as texts, people read names, dates and choices. */
@RequestScoped
public class ChangeWords {
    @Inject
    private Viewer viewer;

    @Inject
    private Values values;

    @Inject
    private References references;

    public List<Change> of(RecordTypeView type, List<FieldChange> changes) {
        return changes.stream().map(change -> change(type, change)).toList();
    }

    private Change change(RecordTypeView type, FieldChange change) {
        Optional<FieldView> field = type.find(change.field());
        return new Change(
                field.map(values::label).orElse(change.field()),
                field.map(f -> told(f, change.before())).orElse(change.before()),
                field.map(f -> told(f, change.after())).orElse(change.after()));
    }

    private String told(FieldView field, String text) {
        if (text.isEmpty()) {
            return "";
        }
        try {
            return switch (field.kind()) {
                case CHOICE -> values.choice(field, text);
                case CHOICES ->
                    Arrays.stream(text.split(", "))
                            .map(code -> values.choice(field, code))
                            .collect(Collectors.joining(", "));
                case REFERENCE, REFERENCES ->
                    Arrays.stream(text.split(", "))
                            .map(id -> references.title(new RecordRef(field.target(), Long.parseLong(id))))
                            .collect(Collectors.joining(", "));
                case YES_NO -> viewer.text(Boolean.parseBoolean(text) ? "ui.yes" : "ui.no");
                case DATE -> viewer.told().date(LocalDate.parse(text));
                case DATE_TIME -> viewer.told().dateTime(Instant.parse(text));
                case MONEY -> viewer.told().money(MoneyText.read(text, null));
                case NUMBER -> viewer.told().number(new BigDecimal(text));
                default -> text;
            };
        } catch (MoneyText.NoMoney | DateTimeException | NumberFormatException asItIs) {
            return text;
        }
    }

    /** A field that was changed, as people read it. */
    public record Change(String label, String before, String after) {}
}
