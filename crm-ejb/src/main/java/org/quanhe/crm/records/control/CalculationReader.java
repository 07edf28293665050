package org.quanhe.crm.records.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.Calculation.RollUp;
import org.quanhe.crm.records.control.Calculation.Use;
import org.quanhe.crm.records.control.formula.FormulaFault;
import org.quanhe.crm.records.control.formula.FormulaLanguage;
import org.quanhe.crm.records.control.formula.FormulaScope;
import org.quanhe.crm.records.control.formula.FormulaText;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.RollUpModel;
import org.quanhe.crm.records.metadata.RollUpModel.Function;
import org.quanhe.crm.records.metadata.TypeModel;

/** Reads the formulas and roll-ups of a model and holds them against its types. */
final class CalculationReader {
    private final Map<String, RecordTypeDescriptor> types;
    private final Map<String, FormulaLanguage> languages = new LinkedHashMap<>();
    private final List<Calculation> read = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    private CalculationReader(Map<String, RecordTypeDescriptor> types) {
        this.types = types;
    }

    /** @param types the types as the model makes them */
    static Calculations read(Model model, Map<String, RecordTypeDescriptor> types) {
        CalculationReader reader = new CalculationReader(types);
        model.types().values().forEach(reader::type);
        return new Calculations(reader.read, reader.violations);
    }

    private void type(TypeModel type) {
        RecordTypeDescriptor descriptor = types.get(type.name());
        type.fields().forEach((key, field) -> {
            FieldDescriptor served =
                    descriptor == null ? null : descriptor.customFields().get(key);
            RollUpModel rollUp = field.rollUp();
            if (served == null || !field.calculated()) {
                return;
            }
            FieldPlace place = new FieldPlace(type.name(), served.name());
            if (rollUp == null) {
                formula(place, descriptor, field);
            } else {
                rollUp(place, field, rollUp);
            }
        });
    }

    private void formula(FieldPlace place, RecordTypeDescriptor type, FieldModel field) {
        FormulaLanguage language = languages.computeIfAbsent(
                type.name(), name -> new FormulaLanguage(new FormulaScope(type.view(), this::view)));
        try {
            read.add(new Calculation(
                    place, language.read(field.formula(), field.kind()), null, uses(type, field.formula())));
        } catch (FormulaFault fault) {
            violations.add(new Violation(place + ".formula", fault.text()));
        }
    }

    private Optional<RecordTypeView> view(String name) {
        return Optional.ofNullable(types.get(name)).map(RecordTypeDescriptor::view);
    }

    private Set<Use> uses(RecordTypeDescriptor type, String formula) {
        Set<Use> uses = new LinkedHashSet<>();
        FormulaText.names(formula).forEach(name -> reached(type, name.relation())
                .ifPresent(at -> uses.add(new Use(new FieldPlace(at.name(), name.field()), name.relation()))));
        return uses;
    }

    /** The type behind those references; the type itself behind none. */
    private Optional<RecordTypeDescriptor> reached(RecordTypeDescriptor type, String relation) {
        RecordTypeDescriptor at = type;
        for (String step : relation.isEmpty() ? new String[0] : relation.split("\\.")) {
            FieldDescriptor through = at.fields().get(step);
            at = through == null || through.view().kind() != FieldKind.REFERENCE
                    ? null
                    : types.get(through.view().target());
            if (at == null) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    private void rollUp(FieldPlace place, FieldModel field, RollUpModel model) {
        RecordTypeDescriptor other = types.get(model.type());
        if (other == null) {
            wrong(place, "type", "records.formula.error.noType", model.type());
            return;
        }
        FieldDescriptor reference = other.fields().get(model.field());
        if (reference == null
                || !RecordLinks.follows(reference)
                || !reference.view().target().equals(place.type())) {
            wrong(place, "field", "records.formula.error.noReference", model.type(), model.field(), place.type());
            return;
        }
        Set<Use> uses = new LinkedHashSet<>();
        uses.add(new Use(new FieldPlace(model.type(), model.field()), ""));
        if (model.function() != Function.COUNT) {
            uses.add(new Use(new FieldPlace(model.type(), model.of()), ""));
        }
        FieldKind made = made(place, other.view(), model);
        if (made != null && made != field.kind()) {
            violations.add(new Violation(
                    place + ".kind",
                    LocalizedMessage.of(
                            "records.formula.error.rollUpKind", LocalizedMessage.of("records.kind." + made))));
        }
        Filter filter = filter(place, other.view(), model.filter());
        if (made != null && filter != null) {
            Filter.fieldsOf(filter).forEach(name -> uses.add(new Use(new FieldPlace(model.type(), name), "")));
            read.add(new Calculation(place, null, new RollUp(model, filter), uses));
        }
    }

    /** The kind of what comes out, null if nothing can. */
    private @Nullable FieldKind made(FieldPlace place, RecordTypeView other, RollUpModel model) {
        if (model.function() == Function.COUNT) {
            return FieldKind.NUMBER;
        }
        FieldKind of = other.find(model.of()).map(FieldView::kind).orElse(null);
        boolean extreme = model.function() == Function.MIN || model.function() == Function.MAX;
        boolean money = of == FieldKind.MONEY && model.function() == Function.SUM;
        if (of == FieldKind.NUMBER || money || of != null && of.ordered() && extreme) {
            return of;
        }
        wrong(place, "of", "records.formula.error.noOf", model.type(), model.of());
        return null;
    }

    private @Nullable Filter filter(FieldPlace place, RecordTypeView other, String text) {
        try {
            Filter filter = FilterText.parse(other, text, 1);
            if (filter.equals(FilterText.parse(other, text, 2))) {
                return filter;
            }
            wrong(place, "filter", "records.formula.error.me");
        } catch (CrmException refused) {
            violations.add(new Violation(place + ".rollup.filter", refused.text()));
        }
        return null;
    }

    private void wrong(FieldPlace place, String part, String key, Object... args) {
        violations.add(new Violation(place + ".rollup." + part, LocalizedMessage.of(key, args)));
    }
}
