package org.quanhe.crm.records.control.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.control.model.MadeUpModels;
import org.quanhe.crm.records.control.model.ModelJson;
import org.quanhe.crm.records.control.model.ModelSteps;
import org.quanhe.crm.records.metadata.MetadataFiles;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/** Metadata as a file: what is written is read again, and what is no such file is refused at its place. */
class MetadataFileTest {
    @Provide
    Arbitrary<Model> models() {
        return MadeUpModels.models();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void whatIsExportedIsTheSameOnAnEmptyServer(@ForAll("models") Model model) {
        byte[] file = MetadataFile.of(model).write();
        Model read = MetadataFile.read(file).model();
        Model reached =
                MadeUpModels.changed(Model.EMPTY, ModelSteps.between(Model.EMPTY, LaidOver.of(Model.EMPTY, read)));
        assertThat(MadeUpModels.told(reached)).isEqualTo(MadeUpModels.told(model));
        assertThat(MetadataFile.of(reached).write()).isEqualTo(file);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void theSameFileTwiceChangesNothingMore(@ForAll("models") Model current, @ForAll("models") Model file) {
        Model once = LaidOver.of(current, file);
        Model twice = LaidOver.of(once, file);
        assertThat(MadeUpModels.told(twice)).isEqualTo(MadeUpModels.told(once));
        assertThat(ModelSteps.between(once, twice)).isEmpty();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void whatAFileDoesNotNameStaysAsItIs(@ForAll("models") Model current, @ForAll("models") Model file) {
        Model laid = LaidOver.of(current, file);
        for (TypeModel type : current.types().values()) {
            TypeModel named = file.type(type.name());
            if (named == null) {
                assertThat(laid.type(type.name())).isEqualTo(type);
            } else {
                type.fields().forEach((key, field) -> assertThat(
                                laid.types().get(type.name()).fields())
                        .containsEntry(key, named.fields().getOrDefault(key, field)));
            }
        }
    }

    @Test
    void aFileIsReadable() {
        TypeModel visits = new TypeModel(
                "visits",
                false,
                Map.of("vi", "Chuyến thăm"),
                Map.of(),
                "pi-car",
                500,
                "owned",
                false,
                Map.of(),
                Map.of(),
                Map.of());
        String text = new String(MetadataFile.of(Model.EMPTY.with(visits)).write(), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("{\n  \"format\": 1,\n  \"application\": \"Quanhe CRM ")
                .contains("Chuyến thăm");
        assertThat(text.lines()).allMatch(line -> line.length() <= 140);
    }

    @Test
    void aByteOrderMarkDoesNoHarm() {
        byte[] file = "\uFEFF{\"format\":1,\"types\":[]}".getBytes(StandardCharsets.UTF_8);
        assertThat(MetadataFile.read(file).model()).isEqualTo(Model.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'format':3,'types':[]}                                    | format",
                "{'format':2,'types':[],'automations':[{'name':'a'}]}       | automations[0].key",
                "{'format':2,'types':[],'automations':[{'key':'a'},{'key':'a'}]} | automations[1].key",
                "{'format':0,'types':[]}                                    | format",
                "{'format':'1','types':[]}                                  | format",
                "{'format':1}                                               | types",
                "{'format':1,'types':{}}                                    | types",
                "{'format':1,'types':[],'colour':1}                         | colour",
                "{'format':1,'title':{'fr':'x'},'types':[]}                 | title.fr",
                "{'format':1,'types':[7]}                                   | types[0]",
                "{'format':1,'types':[{'name':'a','colour':'red'}]}         | types[0].colour",
                "{'format':1,'types':[{'name':'a'},{'name':'a'}]}           | types[1].name",
                "{'format':1,'types':[{'name':'a','fields':[{'name':'x'},{'name':'x'}]}]} | types[0].fields[1].name",
                "{'format':1,'types':[{'name':'a','fields':[{'name':'x','kind':'colour'}]}]} | types[0].fields[0].kind",
                "{'format':1,'types':[{'name':'a','fields':[{'name':'x','size':1}]}]} | types[0].fields[0].size",
                "{'format':1,'types':[{'name':'a','fields':[{'name':'x','min':1e999999999}]}]} | types[0].fields[0].min",
            })
    void whatIsWrongIsToldAtItsPlace(String file, String place) {
        CrmException refusal = catchThrowableOfType(
                CrmException.class,
                () -> MetadataFile.read(file.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        assertThat(refusal.kind()).isEqualTo(CrmException.Kind.INVALID);
        assertThat(refusal.violations()).extracting(Violation::field).contains(place);
        assertThat(refusal.violations().get(0).message().in(Language.ZH_TW)).doesNotContain("records.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "7", "null", "{} {}", "{\"types\":[]}", "<xml/>", "a,b\n1,2", "{\"format\":1,}"})
    void whatIsNoFileIsRefused(String file) {
        assertThatThrownBy(() -> MetadataFile.read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(CrmException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(CrmException.Kind.INVALID));
    }

    @Test
    void theLineOfABrokenFileIsTold() {
        CrmException refusal = catchThrowableOfType(
                CrmException.class,
                () -> MetadataFile.read("{\n  \"format\": 1,\n  \"types\": [}\n}".getBytes(StandardCharsets.UTF_8)));
        assertThat(refusal.text().in(Language.EN)).contains("line 3");
    }

    @Test
    void otherEncodingsDepthAndSizeAreRefused() {
        byte[] latin = "{\"format\":1,\"types\":[{\"name\":\"Đ\"}]}".getBytes(StandardCharsets.UTF_16);
        byte[] deep = "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        for (byte[] file : List.of(latin, deep)) {
            assertThatThrownBy(() -> MetadataFile.read(file))
                    .isInstanceOfSatisfying(CrmException.class, refusal -> assertThat(refusal.kind())
                            .isEqualTo(CrmException.Kind.INVALID));
        }
        assertThatThrownBy(() -> MetadataFile.read(new byte[MetadataFiles.LARGEST_FILE + 1]))
                .isInstanceOfSatisfying(CrmException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(CrmException.Kind.TOO_LARGE));
    }

    @Test
    void everyStarterSetHasAllTextsInFourLanguages() {
        StarterSets.all(Model.EMPTY).forEach(starter -> {
            assertThat(starter.loaded()).isFalse();
            String words = JsonText.write(List.of(starter.title(), starter.about()));
            assertThat(words).contains("\"en\"", "\"vi\"", "\"zh-CN\"", "\"zh-TW\"");
            assertThat(starter.brings().types().values())
                    .allSatisfy(type -> type.fields().values().forEach(field -> {
                        assertThat(field.labels())
                                .as("%s.%s", type.name(), field.name())
                                .hasSize(4);
                        assertThat(field.help().size()).isIn(0, 4);
                        assertThat(field.choices()).allSatisfy(choice -> assertThat(choice.labels())
                                .hasSize(4));
                    }));
            assertThat(starter.things()).containsOnlyKeys("teams", "templates", "processes", "automations");
            assertThat(starter.things().values())
                    .allSatisfy(names -> assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(name)
                            .hasSize(4)));
            assertThat(ModelJson.read(ModelJson.write(starter.brings()))).isEqualTo(starter.brings());
        });
    }

    @Test
    void aStarterSetIsWrittenAsExportsAre() {
        StarterSets.all(Model.EMPTY).forEach(starter -> {
            String shipped = new String(StarterSets.file(starter.id()).orElseThrow(), StandardCharsets.UTF_8);
            String exported = new String(
                    new MetadataFile(
                                    starter.title(),
                                    starter.about(),
                                    starter.brings(),
                                    MetadataFile.read(StarterSets.file(starter.id())
                                                    .orElseThrow())
                                            .things())
                            .write(),
                    StandardCharsets.UTF_8);
            assertThat(exported.replaceFirst("  \"application\".*\n", "")).isEqualTo(shipped);
        });
    }
}
