package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Money;

class FilterTextTest {
    private static final RecordTypeView TYPE = new RecordTypeView(
            "things",
            "pi-file",
            List.of(
                    field("name", FieldKind.TEXT),
                    field("size", FieldKind.NUMBER),
                    field("price", FieldKind.MONEY),
                    field("owner", FieldKind.REFERENCE),
                    field("at", FieldKind.DATE_TIME),
                    field("done", FieldKind.YES_NO)),
            "name",
            true,
            true,
            true);

    private static FieldView field(String name, FieldKind kind) {
        return new FieldView(name, kind, "things." + name, List.of(), "", "", 100, EnumSet.noneOf(FieldView.Use.class));
    }

    private static Filter parse(String text) {
        return FilterText.parse(TYPE, text, 7);
    }

    @Test
    void precedenceIsThatOfCel() {
        Filter name = Filter.eq("name", "a");
        Filter size = new Filter.Compare("size", Filter.Op.GT, new BigDecimal("3"));
        Filter done = Filter.eq("done", true);
        assertThat(parse("name == 'a' || size > 3 && !(done == true)"))
                .isEqualTo(new Filter.Or(List.of(name, new Filter.And(List.of(size, new Filter.Not(done))))));
    }

    @Test
    void literalsTakeTheKindOfTheirField() {
        assertThat(parse("owner == me")).isEqualTo(Filter.eq("owner", 7L));
        assertThat(parse("owner in [1, '2']")).isEqualTo(new Filter.In("owner", List.of(1L, 2L)));
        assertThat(parse("at >= '2026-01-01'"))
                .isEqualTo(new Filter.Compare("at", Filter.Op.GE, Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(parse("name.contains(\"phú \\\"x\\\"\")"))
                .isEqualTo(new Filter.Compare("name", Filter.Op.CONTAINS, "phú \"x\""));
        assertThat(parse("has(name)")).isEqualTo(new Filter.Present("name"));
        assertThat(parse("  ")).isEqualTo(Filter.ALL);
        assertThat(parse("owner in []")).isEqualTo(Filter.NONE);
    }

    @Test
    void amountsHaveTheirCurrency() {
        assertThat(parse("price >= '1.234.567 đ'"))
                .isEqualTo(new Filter.Compare(
                        "price", Filter.Op.GE, new Money(new BigDecimal("1234567"), Currency.getInstance("VND"))));
        assertThatThrownBy(() -> parse("price > 1000")).hasMessageContaining("records.filter.literal.MONEY");
        assertThatThrownBy(() -> parse("price > '1.5 VND'")).hasMessageContaining("records.filter.literal.MONEY");
    }

    @Test
    void refusalsNameWhatAndWhere() {
        assertThatThrownBy(() -> parse("name == 'a' && colour == 'b'"))
                .isInstanceOfSatisfying(CrmException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(CrmException.Kind.INVALID);
                    assertThat(refused.text().key()).isEqualTo("records.filter.unknownField");
                    assertThat(refused.text().args().get(0)).isEqualTo("colour");
                });
        assertThatThrownBy(() -> parse("size == 'x'")).hasMessageContaining("records.filter.literal.NUMBER");
        assertThatThrownBy(() -> parse("at > 'soon'")).hasMessageContaining("records.filter.literal.DATE_TIME");
        assertThatThrownBy(() -> parse("name > 'a'")).hasMessageContaining("records.filter.noOrder");
        assertThatThrownBy(() -> parse("(".repeat(1000))).hasMessageContaining("records.filter.tooDeep");
        assertThatThrownBy(() -> parse("!".repeat(3000) + "has(name)")).hasMessageContaining("records.filter.tooDeep");
        assertThatThrownBy(() -> parse("x".repeat(5000))).hasMessageContaining("records.filter.tooLong");
        assertThatThrownBy(() -> parse("name == 'open")).hasMessageContaining("records.filter.openQuote");
    }

    @Property(tries = 500)
    void whateverIsTypedIsAFilterOrARefusal(@ForAll @StringLength(max = 60) String text) {
        try {
            assertThat(parse(text)).isNotNull();
        } catch (CrmException refused) {
            assertThat(refused.kind()).isEqualTo(CrmException.Kind.INVALID);
        }
    }

    @Property(tries = 300)
    void foldingIsStable(@ForAll @StringLength(max = 40) String text) {
        String folded = TextFold.fold(text);
        assertThat(TextFold.fold(folded)).isEqualTo(folded);
    }

    @Test
    void foldingForgetsCaseAccentsAndBlanks() {
        assertThat(TextFold.fold(" Đặng  Thị ÁNH ")).isEqualTo("dang thi anh");
        assertThat(TextFold.fold("hoà")).isEqualTo(TextFold.fold("hòa"));
        assertThat(TextFold.fold("ＡＢＣ")).isEqualTo("abc");
    }
}
