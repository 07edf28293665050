package org.quanhe.crm.records.control.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/** What holds for models whatever administrators do. */
class ModelPropertyTest {
    @Provide
    Arbitrary<Model> models() {
        return MadeUpModels.models();
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> sequences() {
        return MadeUpModels.changes().list().ofMaxSize(25);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void aModelIsWhatItsDocumentSays(@ForAll("models") Model model) {
        assertThat(MadeUpModels.told(ModelJson.read(ModelJson.write(model)))).isEqualTo(MadeUpModels.told(model));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void stepsLeadFromOneModelToAnother(@ForAll("models") Model before, @ForAll("models") Model other) {
        Model after = ModelHistory.restored(other, before);
        Assume.that(namedOnce(after));
        Model reached = MadeUpModels.changed(before, ModelSteps.between(before, after));
        assertThat(MadeUpModels.told(reached)).isEqualTo(MadeUpModels.told(after));
        assertThat(ModelSteps.between(reached, after)).isEmpty();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void afterAnyChangesTheDocumentComesBackAndGoingBackForgetsNoKey(
            @ForAll("sequences") List<Map<String, Object>> sequence) {
        List<Model> history = new ArrayList<>(List.of(Model.EMPTY));
        for (Map<String, Object> change : sequence) {
            Model newest = history.get(history.size() - 1);
            try {
                history.add(MadeUpModels.changed(newest, JsonText.readList(JsonText.write(List.of(change)))));
            } catch (CrmException refused) {
                // it was about something that is not there, or is there already
                assertThat(refused.violations()).isNotEmpty();
            }
        }
        Model current = history.get(history.size() - 1);
        assertThat(MadeUpModels.told(ModelJson.read(ModelJson.write(current)))).isEqualTo(MadeUpModels.told(current));
        for (Model earlier : history) {
            Model restored = ModelHistory.restored(earlier, current);
            assertThat(keys(restored)).containsAll(keys(current)).containsAll(keys(earlier));
            assertThat(shown(restored)).isEqualTo(shown(earlier));
        }
    }

    private static boolean namedOnce(Model model) {
        return model.types().values().stream()
                .allMatch(type -> type.fields().values().stream()
                                .map(FieldModel::name)
                                .distinct()
                                .count()
                        == type.fields().size());
    }

    private static Set<String> keys(Model model) {
        Set<String> keys = new HashSet<>();
        model.types().values().forEach(type -> {
            keys.add(type.name());
            type.fields().keySet().forEach(key -> keys.add(type.name() + "." + key));
        });
        return keys;
    }

    private static Set<String> shown(Model model) {
        Set<String> shown = new HashSet<>();
        model.types().values().stream().filter(type -> !type.retired()).forEach(type -> type.fields().values().stream()
                .filter(field -> !field.retired())
                .forEach(field -> shown.add(place(type, field))));
        return shown;
    }

    private static String place(TypeModel type, FieldModel field) {
        return type.name() + "." + field.key() + " " + ModelJson.written(field);
    }
}
