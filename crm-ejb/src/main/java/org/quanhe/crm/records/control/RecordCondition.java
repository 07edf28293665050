package org.quanhe.crm.records.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.formula.Formula;
import org.quanhe.crm.records.control.formula.FormulaFault;
import org.quanhe.crm.records.control.formula.FormulaLanguage;
import org.quanhe.crm.records.control.formula.FormulaScope;
import org.quanhe.crm.records.control.formula.FormulaText;

/**
 * A condition on records of a type as people write it: in the words of filters, or, where these do not do, as any CEL
 * over the record's own fields that is true or false ({@code area * 600 > 24000}). Filters compare texts without
 * looking at accents and case, CEL compares them as they stand; a field without a value makes CEL false, unless it asks
 * {@code has(field)}.
 */
public final class RecordCondition {
    /** What filters say of a text that is written in more than their words. */
    private static final Set<String> BEYOND = Set.of(
            "records.filter.unexpected",
            "records.filter.operator",
            "records.filter.unknownFunction",
            "records.filter.expected");

    /** Fulfilled by every record. */
    public static final RecordCondition ALWAYS = new RecordCondition(Filter.ALL, null, Set.of(), Set.of());

    private static final ConditionsRead KNOWN = new ConditionsRead(1_000, RecordCondition::read);

    private final Filter filter;
    private final @Nullable Formula formula;
    private final Set<String> uses;
    private final Set<String> lists;

    /** @param lists those of its fields that hold nothing as an empty list */
    private RecordCondition(Filter filter, @Nullable Formula formula, Set<String> uses, Set<String> lists) {
        this.filter = filter;
        this.formula = formula;
        this.uses = uses;
        this.lists = lists;
    }

    /**
     * Reads a condition; one that was read for the same view of the type is not read again.
     *
     * @throws CrmException INVALID, naming what is wrong and where
     */
    public static RecordCondition parse(RecordTypeView type, String text) {
        return KNOWN.of(type, text);
    }

    /** Reads a condition whether it is known or not. */
    static RecordCondition read(RecordTypeView type, String text) {
        try {
            Filter filter = FilterText.parse(type, text, 0);
            return new RecordCondition(filter, null, Set.copyOf(Filter.fieldsOf(filter)), Set.of());
        } catch (CrmException noFilter) {
            try {
                return cel(type, text);
            } catch (FormulaFault fault) {
                LocalizedMessage told = fault.text();
                boolean meant = !fault.grammar() && beyond(noFilter.text(), text);
                if (meant && told.key().equals("records.formula.error.kind")) {
                    throw CrmException.invalid(
                            "records.condition.noYesNo", told.args().get(0));
                }
                throw meant ? CrmException.invalid(told.key(), told.args().toArray()) : noFilter;
            }
        }
    }

    /** True if the text says more than filters can, such as a function where they look for a field. */
    private static boolean beyond(LocalizedMessage wrong, String text) {
        boolean function = wrong.key().equals("records.filter.unknownField")
                && FormulaText.names(text).stream()
                        .noneMatch(name -> name.field().equals(wrong.args().get(0)));
        return function || BEYOND.contains(wrong.key());
    }

    private static RecordCondition cel(RecordTypeView type, String text) throws FormulaFault {
        Formula formula = new FormulaLanguage(scope(type)).read(text, FieldKind.YES_NO);
        List<FieldView> fields = FormulaText.names(text).stream()
                .flatMap(name -> type.find(name.field()).stream())
                .toList();
        return new RecordCondition(
                Filter.ALL,
                formula,
                names(fields.stream()),
                names(fields.stream().filter(field -> field.kind() == FieldKind.CHOICES)));
    }

    /** What a condition in CEL may name: fields of the record itself. */
    public static FormulaScope scope(RecordTypeView type) {
        return new FormulaScope(type, name -> Optional.empty());
    }

    private static Set<String> names(Stream<FieldView> fields) {
        return fields.map(FieldView::name).collect(Collectors.toUnmodifiableSet());
    }

    /** True if the values, by field name, fulfil it. */
    public boolean holds(Map<String, ?> values) {
        Formula cel = formula;
        if (cel == null) {
            return Evaluation.holds(filter, values);
        }
        KnownValues known = new KnownValues(uses, name -> {
            Object value = values.get(name);
            return value == null && lists.contains(name) ? List.of() : value;
        });
        return Boolean.TRUE.equals(cel.value(known::get, known));
    }

    /** What an index or a database can ask: no record that fulfils the condition is left out by it. */
    public Filter filter() {
        return filter;
    }

    /** Names of the fields that it looks at. */
    public Set<String> fields() {
        return uses;
    }
}
