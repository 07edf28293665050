package org.quanhe.crm.records.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/** A condition is read once for a model, however often automations run. */
class ConditionsReadTest {
    private static final String CEL = "area * 600 > 24000";

    private final AtomicInteger readings = new AtomicInteger();
    private final ConditionsRead conditions = new ConditionsRead(3, (type, text) -> {
        readings.incrementAndGet();
        return RecordCondition.read(type, text);
    });

    private static RecordTypeView rooms(FieldKind area) {
        FieldView field = new FieldView("area", area, "rooms.area", List.of(), "", "", 300, Set.of());
        return new RecordTypeView("rooms", "pi-box", List.of(field), "area", true, true, true);
    }

    @Test
    void tenThousandRunsReadItOnce() {
        RecordTypeView rooms = rooms(FieldKind.NUMBER);
        for (int i = 0; i < 10_000; i++) {
            assertThat(conditions.of(rooms, CEL).holds(Map.of("area", BigDecimal.valueOf(i))))
                    .isEqualTo(i > 40);
        }
        assertThat(readings).hasValue(1);
        assertThat(RecordCondition.parse(rooms, CEL)).isSameAs(RecordCondition.parse(rooms, CEL));
    }

    @Test
    void aModelThatIsPublishedNextIsSeen() {
        conditions.of(rooms(FieldKind.NUMBER), CEL);
        conditions.of(rooms(FieldKind.NUMBER), CEL);
        assertThat(readings).hasValue(2);
        RecordTypeView retold = rooms(FieldKind.TEXT);
        assertThatThrownBy(() -> conditions.of(retold, CEL)).isInstanceOf(CrmException.class);
    }

    @Test
    void whatIsWrongIsToldEachTime() {
        RecordTypeView rooms = rooms(FieldKind.NUMBER);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> conditions.of(rooms, "volume > 1")).isInstanceOf(CrmException.class);
        }
        assertThat(readings).hasValue(2);
    }

    @Test
    void itNeverKeepsMoreThanItMay() {
        RecordTypeView rooms = rooms(FieldKind.NUMBER);
        for (int i = 0; i < 10; i++) {
            conditions.of(rooms, "area > " + i);
        }
        assertThat(readings).hasValue(10);
        conditions.of(rooms, "area > 9");
        assertThat(readings).hasValue(10);
        conditions.of(rooms, "area > 0");
        assertThat(readings).hasValue(11);
    }
}
