package org.quanhe.crm.automation.control.triggers;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Trigger;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.spi.WrittenRecord;

/**
 * A number passed a limit: {@code {"on": "crossed", "field": "score", "limit": 60}} when it was below and is not any
 * more; with {@code "way": "down"} when it fell below, with {@code "either"} both. No value is below every limit. A
 * change on one side of the limit sets nothing off, however large it is.
 */
@ApplicationScoped
class Crossed implements Trigger {
    private static final String DOWN = "down";
    private static final String EITHER = "either";
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(18);

    @Override
    public String code() {
        return "crossed";
    }

    @Override
    public String action() {
        return "changed";
    }

    /** Also where the number followed other records: a sum that grows past the limit. */
    @Override
    public boolean hears(String written) {
        return written.equals(RecordWriter.CHANGED) || written.equals(RecordWriter.RECALCULATED);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("field", Parameter.Kind.FIELD)
                        .to(FieldKind.NUMBER.name())
                        .must(),
                Parameter.amount("limit", LARGEST.negate(), LARGEST).must(),
                Parameter.choice("way", List.of("up", DOWN, EITHER)).or("up"));
    }

    @Override
    public void check(Arguments trigger) {
        trigger.type()
                .find(trigger.text("field"))
                .map(FieldView::kind)
                .filter(kind -> kind != FieldKind.NUMBER)
                .ifPresent(other -> trigger.wrong("field", "automation.error.noNumberField", trigger.text("field")));
    }

    @Override
    public boolean fires(Arguments trigger, WrittenRecord written) {
        BigDecimal limit = trigger.number("limit", BigDecimal.ZERO);
        boolean was = reaches(written.was(trigger.text("field")), limit);
        boolean is = reaches(written.is(trigger.text("field")), limit);
        return was != is
                && switch (trigger.text("way")) {
                    case EITHER -> true;
                    case DOWN -> was;
                    default -> is;
                };
    }

    private static boolean reaches(@Nullable Object value, BigDecimal limit) {
        return value instanceof BigDecimal number && number.compareTo(limit) >= 0;
    }
}
