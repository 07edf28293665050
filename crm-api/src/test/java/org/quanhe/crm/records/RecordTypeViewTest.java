package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.records.FieldView.Use;

class RecordTypeViewTest {
    private static FieldView field(String name, Use... uses) {
        EnumSet<Use> all = EnumSet.noneOf(Use.class);
        all.addAll(List.of(uses));
        return new FieldView(name, FieldKind.TEXT, "things." + name, List.of(), "", "", 100, all);
    }

    private static RecordTypeView type(List<FieldView> fields) {
        return new RecordTypeView("things", "pi-box", fields, "name", true, true, true);
    }

    @Test
    void fieldsForAUseStandInTheOrderOfTheForm() {
        FieldView name = field("name", Use.TITLE, Use.LIST);
        FieldView colour = field("colour");
        FieldView size = field("size", Use.LIST);
        RecordTypeView type = type(List.of(name, colour, size));
        assertThat(type.fieldsFor(Use.LIST)).containsExactly(name, size);
        assertThat(type.fieldsFor(Use.FACET)).isEmpty();
        assertThat(type.titleField()).isEqualTo(name);
    }

    @Test
    void whatAFieldIsForIsFoundWithoutALookAtHundredsOfOthers() {
        List<FieldView> fields = new ArrayList<>(List.of(field("name", Use.TITLE)));
        for (int i = 0; i < 500; i++) {
            fields.add(field("f" + i));
        }
        RecordTypeView type = type(fields);
        assertThat(type.fieldsFor(Use.TITLE)).isSameAs(type.fieldsFor(Use.TITLE));
    }
}
