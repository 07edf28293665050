package org.quanhe.crm.records.control.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.metadata.FormulaFunction;

/** What is offered beside a formula is what the check of formulas takes: neither more nor less. */
class OfferedWordsTest {
    private static RecordTypeView type(String name, List<FieldView> fields) {
        return new RecordTypeView(name, "pi-box", fields, "name", true, true, true);
    }

    private static FieldView field(String name, FieldKind kind, String target) {
        return new FieldView(name, kind, name, List.of(), target, "", 300, Set.of());
    }

    /** A field of each kind, and a few references at random, to types that may not be there. */
    @Provide
    Arbitrary<Map<String, RecordTypeView>> types() {
        List<String> names = List.of("t0", "t1", "t2", "t3");
        Arbitrary<List<List<String>>> targets = Arbitraries.of("t0", "t1", "t2", "t3", "gone")
                .list()
                .ofMaxSize(3)
                .list()
                .ofSize(names.size());
        return targets.map(all -> IntStream.range(0, names.size())
                .mapToObj(at -> type(names.get(at), fields(all.get(at))))
                .collect(Collectors.toMap(RecordTypeView::name, Function.identity())));
    }

    private static List<FieldView> fields(List<String> targets) {
        List<FieldView> fields = new ArrayList<>();
        Arrays.stream(FieldKind.values())
                .filter(kind -> kind != FieldKind.REFERENCE)
                .forEach(kind -> fields.add(field("f" + kind.ordinal(), kind, "")));
        for (int i = 0; i < targets.size(); i++) {
            fields.add(field("r" + i, FieldKind.REFERENCE, targets.get(i)));
        }
        return fields;
    }

    @Property(tries = 60)
    @net.jqwik.api.Tag("R026")
    void aFieldIsOfferedIfTheCheckTakesIt(@ForAll("types") Map<String, RecordTypeView> types) {
        FormulaScope scope = new FormulaScope(types.get("t0"), name -> Optional.ofNullable(types.get(name)));
        walk(new FormulaLanguage(scope), scope, types, types.get("t0"), List.of());
    }

    private static void walk(
            FormulaLanguage language,
            FormulaScope scope,
            Map<String, RecordTypeView> types,
            RecordTypeView at,
            List<String> way) {
        List<FieldView> offered = scope.offered(way);
        for (FieldView field : at.fields()) {
            List<String> path = new ArrayList<>(way);
            path.add(field.name());
            String written = String.join(".", path);
            boolean reference = field.kind() == FieldKind.REFERENCE;
            String asked = reference ? "has(" + written + ")" : written;
            FieldKind made = reference ? FieldKind.YES_NO : field.kind();
            if (offered.contains(field)) {
                assertThatCode(() -> language.read(asked, made)).as(asked).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> language.read(asked, made)).as(asked).isInstanceOf(FormulaFault.class);
            }
            if (reference && offered.contains(field)) {
                walk(language, scope, types, types.get(field.target()), path);
            }
        }
    }

    @Test
    void conditionsAreOfferedFieldsOfTheRecordItselfAlone() {
        RecordTypeView orders = type(
                "orders", List.of(field("price", FieldKind.NUMBER, ""), field("buyer", FieldKind.REFERENCE, "buyers")));
        FormulaScope scope = new FormulaScope(orders, name -> Optional.empty());
        assertThat(scope.offered(List.of())).extracting(FieldView::name).containsExactly("price");
        assertThat(scope.offered(List.of("buyer"))).isEmpty();
        assertThat(scope.offered(List.of("price"))).isEmpty();
    }

    static List<FormulaFunction> functions() {
        return FormulaLanguage.functions();
    }

    @ParameterizedTest
    @MethodSource("functions")
    @Tag("R026")
    void whatAFunctionPutsInIsAFormulaAsItStands(FormulaFunction function) {
        RecordTypeView type = type("orders", List.of(field("price", FieldKind.NUMBER, "")));
        FormulaLanguage language = new FormulaLanguage(new FormulaScope(type, name -> Optional.empty()));
        // has() alone asks for a field
        String slot = function.slot().isEmpty() ? "price" : function.slot();
        String written = function.before() + slot + function.behind();
        assertThat(Arrays.stream(FieldKind.values()).filter(kind -> takes(language, written, kind)))
                .as(written)
                .isNotEmpty();
        for (Language spoken : Language.values()) {
            assertThat(Texts.in(spoken).find(function.textKey()))
                    .as("%s in %s", function.textKey(), spoken)
                    .isPresent();
        }
    }

    private static boolean takes(FormulaLanguage language, String written, FieldKind kind) {
        try {
            language.read(written, kind);
            return true;
        } catch (FormulaFault fault) {
            return false;
        }
    }

    @Test
    void everyFunctionOfTheLanguageIsOffered() {
        assertThat(FormulaLanguage.functions())
                .extracting(FormulaFunction::name)
                .doesNotHaveDuplicates()
                .containsAll(FormulaLanguage.ownFunctions());
    }
}
