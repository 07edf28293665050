package org.quanhe.crm.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.RecordTypeView;

class SearchFacetsTest {
    private static final RecordTypeView TYPE = new RecordTypeView(
            "customers",
            "pi-users",
            List.of(
                    field("owner", FieldKind.REFERENCE),
                    field("rooms", FieldKind.NUMBER),
                    field("since", FieldKind.DATE),
                    field("seen", FieldKind.DATE_TIME),
                    field("vip", FieldKind.YES_NO),
                    field("stage", FieldKind.CHOICE)),
            "stage",
            true,
            true,
            true);

    private static FieldView field(String name, FieldKind kind) {
        return new FieldView(name, kind, "label." + name, List.of(), "", "", 0, Set.of(Use.FACET));
    }

    private static List<Object> literals(String field, String... values) {
        SearchAddress address = new SearchAddress("a", "customers", Map.of(field, List.of(values)), "", 0);
        return SearchFacets.literals(TYPE, address).get(field);
    }

    @Test
    void chosenValuesAreThoseThatTheIndexHolds() {
        assertThat(literals("owner", "7")).containsExactly(7L);
        assertThat(literals("rooms", "12.5", "-3")).containsExactly(new BigDecimal("12.5"), new BigDecimal(-3));
        assertThat(literals("since", "2026-11-29")).containsExactly(LocalDate.of(2026, 11, 29));
        assertThat(literals("vip", "true")).containsExactly(true);
        assertThat(literals("stage", "won")).containsExactly("won");
    }

    @Test
    void whatIsNoValueOfTheFieldIsNoChoice() {
        assertThat(literals("owner", "x", "9".repeat(19), "")).isEmpty();
        assertThat(literals("rooms", "1e999999999", "many", "NaN")).isEmpty();
        assertThat(literals("since", "yesterday")).isEmpty();
        assertThat(literals("seen", "2026-11-29")).isEmpty();
    }

    @Test
    void aFieldThatIsNotThereIsNotAskedFor() {
        assertThat(literals("nothing", "1")).isNull();
    }

    @Test
    void theAddressCarriesWhatWasChosen() {
        SearchAddress address = new SearchAddress("nguyễn & co", "customers", Map.of(), "", 0);
        String chosen = address.toggled("tags", "a&b").toggled("tags", "c").href();
        assertThat(chosen).contains("q=nguy%E1%BB%85n+%26+co", "by.tags=a%26b", "by.tags=c");
        assertThat(address.toggled("tags", "c").toggled("tags", "c").href()).isEqualTo(address.href());
        assertThat(address.toggled("tags", "c").of("").href()).doesNotContain("by.");
    }
}
