package org.quanhe.crm.records.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.TextFold;
import org.quanhe.crm.records.control.formula.FormulaLanguage;
import org.quanhe.crm.records.control.formula.FormulaScope;
import org.quanhe.crm.records.control.model.ModelTexts;
import org.quanhe.crm.records.metadata.FormulaField;
import org.quanhe.crm.records.metadata.FormulaFunction;
import org.quanhe.crm.records.metadata.FormulaOffer;
import org.quanhe.crm.records.metadata.FormulaWords.Place;
import org.quanhe.crm.records.metadata.Model;

/** What may stand in a formula, told in one language. */
public final class OfferedWords {
    private final FormulaScope scope;
    private final Predicate<FieldPlace> leadsBack;
    private final UnaryOperator<String> text;

    /**
     * @param leadsBack fields that are made from the one whose formula it is, and that one itself
     * @param text by its key
     */
    private OfferedWords(FormulaScope scope, Predicate<FieldPlace> leadsBack, UnaryOperator<String> text) {
        this.scope = scope;
        this.leadsBack = leadsBack;
        this.text = text;
    }

    /** Those of a formula where there is a model, else those of a condition. */
    public static OfferedWords of(RecordTypes types, Place place, Language spoken) {
        Texts texts = Texts.in(spoken);
        Model model = place.model();
        if (model == null) {
            RecordTypeView type = types.named(place.type()).view();
            return new OfferedWords(RecordCondition.scope(type), field -> false, texts::text);
        }
        Map<String, RecordTypeDescriptor> shaped = types.shaped(model);
        RecordTypeDescriptor type = shaped.get(place.type());
        if (type == null) {
            throw RecordTypes.unknown(place.type());
        }
        Map<String, String> fresh = ModelTexts.of(model).getOrDefault(spoken, Map.of());
        Calculations calculations = CalculationReader.read(model, shaped);
        FieldPlace own = new FieldPlace(place.type(), place.field());
        return new OfferedWords(
                new FormulaScope(type.view(), name -> Optional.ofNullable(shaped.get(name))
                        .map(RecordTypeDescriptor::view)),
                field -> field.equals(own) || calculations.inputs(field).contains(own),
                key -> Optional.ofNullable(fresh.get(key)).orElseGet(() -> texts.text(key)));
    }

    /** A field, and what it is called with the references on the way to it. */
    private record Found(List<String> way, List<String> labels, FieldView view) {
        List<String> path() {
            List<String> path = new ArrayList<>(way);
            path.add(view.name());
            return path;
        }
    }

    /** The fields behind those references, and all functions. */
    public FormulaOffer behind(List<String> way) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            String step = way.get(i);
            scope.offered(way.subList(0, i)).stream()
                    .filter(field -> field.name().equals(step))
                    .forEach(field -> labels.add(text.apply(field.labelKey())));
        }
        return new FormulaOffer(
                fields(way, labels).stream().map(this::told).toList(), false, FormulaLanguage.functions());
    }

    /** Those in which all the words stand: near fields first, then by the order of the form. */
    public FormulaOffer with(String words, int most) {
        List<String> wanted = Arrays.stream(TextFold.fold(words).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<FormulaField> found = new ArrayList<>();
        List<Found> level = fields(List.of(), List.of());
        while (!level.isEmpty() && found.size() <= most) {
            level.stream()
                    .filter(field ->
                            holds(wanted, String.join(" ", field.labels()) + " " + String.join(".", field.path())))
                    .limit((long) most + 1 - found.size())
                    .forEach(field -> found.add(told(field)));
            level = level.stream()
                    .filter(field -> scope.leadsOn(field.view()))
                    .flatMap(field -> fields(field.path(), field.labels()).stream())
                    .toList();
        }
        boolean more = found.size() > most;
        return new FormulaOffer(more ? found.subList(0, most) : found, more, functions(wanted));
    }

    private List<FormulaFunction> functions(List<String> wanted) {
        return FormulaLanguage.functions().stream()
                .filter(function -> holds(
                        wanted,
                        function.name() + " " + function.before() + function.behind() + " "
                                + text.apply(function.textKey())))
                .toList();
    }

    private static boolean holds(List<String> wanted, String told) {
        String folded = TextFold.fold(told);
        return wanted.stream().allMatch(folded::contains);
    }

    private List<Found> fields(List<String> way, List<String> before) {
        String type = scope.reached(way).map(RecordTypeView::name).orElse("");
        return scope.offered(way).stream()
                .filter(field -> !leadsBack.test(new FieldPlace(type, field.name())))
                // who changed it when comes behind what people fill
                .sorted(Comparator.comparing(field -> field.readOnly() && !field.is(Use.CUSTOM)))
                .map(field -> {
                    List<String> labels = new ArrayList<>(before);
                    labels.add(text.apply(field.labelKey()));
                    return new Found(way, labels, field);
                })
                .toList();
    }

    private FormulaField told(Found field) {
        FieldView view = field.view();
        return new FormulaField(
                String.join(".", field.path()), field.labels(), view.kind(), scope.leadsOn(view), choices(view));
    }

    private List<FormulaField.Choice> choices(FieldView field) {
        if (field.kind() != FieldKind.CHOICE && field.kind() != FieldKind.CHOICES) {
            return List.of();
        }
        return field.choices().stream()
                .map(code -> new FormulaField.Choice(
                        FormulaLanguage.literal(code), text.apply(field.labelKey() + "." + code)))
                .toList();
    }
}
