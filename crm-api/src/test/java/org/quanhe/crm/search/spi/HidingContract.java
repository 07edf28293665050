package org.quanhe.crm.search.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchAnswer.FacetValue;

/** What every search backend promises of fields that a reader may not read: they might as well not be there. */
abstract class HidingContract extends ExplainingContract {
    private static final Set<String> HIDDEN =
            Set.of("company", "phones", "emails", "addresses", "notes", "tags", "externalId");

    private static final Object[] TOLD = {
        "company", "Công ty Hoàng Gia",
        "phones", points("+84 912 345 678"),
        "emails", points("lan.pham@hoanggia.vn"),
        "addresses", List.of(new PostalAddress("work", "12 Lê Lợi", "Đà Nẵng", "", "VN", true)),
        "notes", "华为技术 quan tâm điều hòa",
        "tags", List.of("quý"),
        "externalId", "KH-4711"
    };

    private SearchAnswer searchHiding(String text, Set<String> hidden, long generation, String... facets) {
        return backend.search(new SearchRequest(
                text, Map.of(CUSTOMERS, Filter.ALL), Map.of(CUSTOMERS, hidden), List.of(facets), 20, null, generation));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hoang gia",
                "hoàng",
                "hoan",
                "hoanf gia",
                "0912345678",
                "5678",
                "lan.pham@hoanggia.vn",
                "@hoanggia.vn",
                "hoanggia",
                "12 le loi",
                "da nang",
                "华为",
                "华為技術",
                "dieu hoa",
                "quy",
                "KH-4711",
                "bich hoang",
                "bich 5678",
                "bich ngoc",
                "bich ngoc x hoang"
            })
    void recordIsFoundExactlyIfItWereWithoutTheHiddenFields(String text) {
        long now = put(customer(1, "Trần Bích Ngọc", TOLD), customer(2, "Trần Bích Ngọc"), customer(3, "Lê Khải"));
        boolean bare = ids(searchHiding(text, HIDDEN, now)).contains(2L);
        assertThat(ids(searchHiding(text, HIDDEN, now))).doesNotContain(3L);
        assertThat(ids(searchHiding(text, HIDDEN, now)).contains(1L)).isEqualTo(bare);
        assertThat(searchHiding(text, HIDDEN, now).total()).isEqualTo(bare ? 2 : 0);
        assertThat(ids(searchHiding(text, Set.of("born"), now))).contains(1L);
    }

    @Test
    void otherFieldsAreFoundAsEver() {
        long now = put(customer(1, "Trần Bích Ngọc", TOLD));
        Set<String> hidden = Set.of("notes", "phones");
        for (String text : List.of("bich hoang gia", "lan.pham@", "le loi", "quy", "kh-4711", "hoanf gia")) {
            assertThat(ids(searchHiding(text, hidden, now))).as(text).containsExactly(1L);
        }
        assertThat(ids(searchHiding("dieu hoa", hidden, now))).isEmpty();
        assertThat(ids(searchHiding("bich 0912345678", hidden, now))).isEmpty();
    }

    @Test
    void hiddenFieldsAreNeitherMarkedNorShown() {
        long now = put(customer(1, "Hoàng Lan", TOLD));
        SearchAnswer.Hit hit = searchHiding("hoang", HIDDEN, now).hits().get(0);
        assertThat(hit.highlights()).extracting(SearchAnswer.Highlight::field).containsExactly("title");
        assertThat(hit.values()).doesNotContainKeys("company", "externalId");
        assertThat(searchHiding("hoang", Set.of(), now).hits().get(0).values()).containsKeys("company", "externalId");
    }

    @Test
    void subtitleIsMadeOfWhatMayBeRead() {
        backend.use(List.of(type(
                CUSTOMERS,
                field("name", FieldKind.TEXT, Use.TITLE, Use.SEARCHED),
                field("company", FieldKind.TEXT, Use.SEARCHED, Use.SUBTITLE),
                field("stage", FieldKind.CHOICE, Use.FACET, Use.SUBTITLE))));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("company", "Hoàng Gia");
        values.put("stage", "won");
        long now = put(new IndexDocument(new RecordRef(CUSTOMERS, 1), 1, "Lan", "Hoàng Gia · won", values));
        assertThat(searchHiding("lan", Set.of("company"), now).hits().get(0).subtitle())
                .isEqualTo("won");
        assertThat(searchHiding("lan", Set.of(), now).hits().get(0).subtitle()).isEqualTo("Hoàng Gia · won");
    }

    @Test
    void hiddenFieldsAreNotCounted() {
        long now = put(customer(1, "Anna", "stage", "won"), customer(2, "Anna", "stage", "lost"));
        assertThat(searchHiding("anna", Set.of("stage"), now, "stage").facets().get("stage"))
                .isEmpty();
    }

    @Test
    void facetThatOneTypeHidesIsCountedInTheOthers() {
        long now = put(customer(1, "Anna", "stage", "won"), activity(2, "Anna", "stage", "open"));
        SearchAnswer answer = backend.search(new SearchRequest(
                "anna",
                Map.of(CUSTOMERS, Filter.ALL, ACTIVITIES, Filter.ALL),
                Map.of(CUSTOMERS, Set.of("stage")),
                List.of("stage", "owner"),
                20,
                null,
                now));
        assertThat(answer.total()).isEqualTo(2);
        assertThat(answer.facets().get("stage")).containsExactly(new FacetValue("open", 1));
    }

    @Test
    void wordsOfListsLookInNoHiddenField() {
        long now = put(customer(1, "Anna", "notes", "wichtig"), customer(2, "Wichtig"), customer(3, "Berta"));
        ListRequest request =
                new ListRequest(CUSTOMERS, Filter.ALL, Set.of("notes"), "wichtig", "name", false, 20, null, false, now);
        assertThat(backend.list(request).ids()).containsExactly(2L);
        assertThat(backend.count(request, 10)).isEqualTo(1);
        ListRequest all = new ListRequest(CUSTOMERS, Filter.ALL, "wichtig", "name", false, 20, null, false, now);
        assertThat(backend.list(all).ids()).containsExactly(1L, 2L);
    }
}
