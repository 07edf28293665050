package org.quanhe.crm.search.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchAnswer.FacetValue;
import org.quanhe.crm.search.SearchAnswer.Hit;

/** What every search backend promises. A backend extends it and says how it is opened. */
public abstract class SearchBackendContract {
    protected static final String CUSTOMERS = "customers";
    protected static final String ACTIVITIES = "activities";

    @TempDir
    protected Path folder;

    protected SearchBackend backend;

    /** Opens the backend over what an earlier one left in the folder. */
    protected abstract SearchBackend open(Path folder);

    @BeforeEach
    void begin() {
        backend = open(folder);
        backend.use(types());
    }

    @AfterEach
    void end() {
        backend.close();
    }

    protected static List<RecordTypeView> types() {
        return List.of(
                type(
                        CUSTOMERS,
                        field("name", FieldKind.TEXT, Use.TITLE, Use.SEARCHED, Use.SORTABLE, Use.LIST),
                        field("company", FieldKind.TEXT, Use.SEARCHED, Use.SORTABLE, Use.LIST),
                        field("phones", FieldKind.PHONES, Use.SEARCHED),
                        field("emails", FieldKind.EMAILS, Use.SEARCHED),
                        field("addresses", FieldKind.ADDRESSES, Use.SEARCHED),
                        field("notes", FieldKind.LONG_TEXT, Use.SEARCHED),
                        field("tags", FieldKind.CHOICES, Use.SEARCHED, Use.FACET),
                        field("stage", FieldKind.CHOICE, Use.FACET, Use.SORTABLE),
                        field("owner", FieldKind.REFERENCE, Use.FACET, Use.SORTABLE),
                        field("value", FieldKind.NUMBER, Use.SORTABLE, Use.LIST),
                        field("born", FieldKind.DATE, Use.SORTABLE),
                        field("seen", FieldKind.DATE_TIME, Use.SORTABLE),
                        field("vip", FieldKind.YES_NO, Use.SORTABLE),
                        field("externalId", FieldKind.TEXT)),
                type(
                        ACTIVITIES,
                        field("subject", FieldKind.TEXT, Use.TITLE, Use.SEARCHED, Use.SORTABLE),
                        field("owner", FieldKind.REFERENCE, Use.FACET),
                        field("stage", FieldKind.CHOICE, Use.FACET)));
    }

    protected static RecordTypeView type(String name, FieldView... fields) {
        return new RecordTypeView(name, "pi-users", List.of(fields), "name", true, true, true);
    }

    protected static FieldView field(String name, FieldKind kind, Use... uses) {
        return new FieldView(name, kind, "label." + name, List.of(), "", "", 0, Set.of(uses));
    }

    protected static IndexDocument customer(long id, String name, Object... fieldsAndValues) {
        return versioned(id, 1, name, fieldsAndValues);
    }

    protected static IndexDocument versioned(long id, long version, String name, Object... fieldsAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            values.put(fieldsAndValues[i].toString(), fieldsAndValues[i + 1]);
        }
        return new IndexDocument(new RecordRef(CUSTOMERS, id), version, name, "subtitle " + id, values);
    }

    protected static IndexDocument activity(long id, String subject, Object... fieldsAndValues) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("subject", subject));
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            values.put(fieldsAndValues[i].toString(), fieldsAndValues[i + 1]);
        }
        return new IndexDocument(new RecordRef(ACTIVITIES, id), 1, subject, "", values);
    }

    protected static List<ContactPoint> points(String... values) {
        List<ContactPoint> points = new ArrayList<>();
        for (String value : values) {
            points.add(new ContactPoint("work", value, points.isEmpty()));
        }
        return points;
    }

    protected long put(IndexDocument... documents) {
        List<IndexChange> changes = new ArrayList<>();
        for (IndexDocument document : documents) {
            changes.add(new IndexChange.Put(document));
        }
        return backend.apply(changes);
    }

    protected long remove(long customer) {
        return backend.apply(List.of(new IndexChange.Remove(new RecordRef(CUSTOMERS, customer))));
    }

    protected SearchAnswer search(String text, long generation) {
        return search(text, Map.of(CUSTOMERS, Filter.ALL, ACTIVITIES, Filter.ALL), generation);
    }

    protected SearchAnswer search(String text, Map<String, Filter> scopes, long generation, String... facets) {
        return backend.search(new SearchRequest(text, scopes, List.of(facets), 20, null, generation));
    }

    protected List<Long> found(String text, long generation) {
        return ids(search(text, generation));
    }

    protected static List<Long> ids(SearchAnswer answer) {
        return answer.hits().stream().map(hit -> hit.ref().id()).toList();
    }

    protected List<Long> listed(Filter filter, long generation) {
        return backend.list(list(filter, "", "name", false, 100, null, false, generation))
                .ids();
    }

    protected static ListRequest list(
            Filter filter,
            String text,
            String sort,
            boolean descending,
            int limit,
            @Nullable String cursor,
            boolean backwards,
            long generation) {
        return new ListRequest(CUSTOMERS, filter, text, sort, descending, limit, cursor, backwards, generation);
    }

    @Test
    void searchThatNamesAGenerationSeesItsChanges() {
        for (int i = 1; i <= 50; i++) {
            long generation = put(customer(i, "Kunde" + i));
            assertThat(found("kunde" + i, generation)).contains((long) i);
        }
    }

    @Test
    void namesAreFoundWithAndWithoutAccents() {
        long now = put(customer(1, "Nguyễn Thị Ánh"), customer(2, "Đặng Văn Hoà"));
        assertThat(found("nguyen thi anh", now)).containsExactly(1L);
        assertThat(found("NGUYỄN thị", now)).containsExactly(1L);
        assertThat(found("dang", now)).containsExactly(2L);
        assertThat(found("đặng hòa", now)).containsExactly(2L);
    }

    @Test
    void everyWordMayBeABeginning() {
        long now = put(customer(1, "Nguyễn Văn Quốc"), customer(2, "Nguyễn Văn An"));
        assertThat(found("ng v quo", now)).containsExactly(1L);
    }

    @Test
    void rightsDecideWhatIsFoundAndCounted() {
        long now = put(
                customer(1, "Anna One", "owner", new RecordRef("users", 7), "stage", "lead"),
                customer(2, "Anna Two", "owner", new RecordRef("users", 8), "stage", "won"),
                activity(3, "Anna called", "owner", new RecordRef("users", 7)));
        SearchAnswer answer = search("anna", Map.of(CUSTOMERS, Filter.eq("owner", 7L)), now, "stage", "owner");
        assertThat(ids(answer)).containsExactly(1L);
        assertThat(answer.total()).isEqualTo(1);
        assertThat(answer.exact()).isTrue();
        assertThat(answer.facets())
                .containsEntry("stage", List.of(new FacetValue("lead", 1)))
                .containsEntry("owner", List.of(new FacetValue("7", 1)))
                .containsEntry("type", List.of(new FacetValue(CUSTOMERS, 1)));
    }

    @Test
    void phonesAreFoundInEveryNotation() {
        long now = put(customer(1, "Anna", "phones", points("0903 123 456")));
        assertThat(found("+84 903 123 456", now)).containsExactly(1L);
        assertThat(found("0903.123.456", now)).containsExactly(1L);
        assertThat(found("3456", now)).containsExactly(1L);
        assertThat(found("03123", now)).containsExactly(1L);
        assertThat(found("9999", now)).isEmpty();
    }

    @Test
    void chineseIsFoundInBothScriptsAndByPinyin() {
        long now = put(customer(1, "张伟"), customer(2, "張偉明"));
        assertThat(found("张伟", now)).containsExactly(1L, 2L);
        assertThat(found("張偉", now)).containsExactly(1L, 2L);
        assertThat(found("zhangwei", now)).contains(1L);
        assertThat(found("zw", now)).contains(1L);
        assertThat(found("wei zhang", now)).contains(1L);
    }

    @Test
    void olderDocumentsAreIgnored() {
        put(versioned(1, 5, "Newer"));
        long now = put(versioned(1, 4, "Older"));
        assertThat(found("older", now)).isEmpty();
        assertThat(found("newer", now)).containsExactly(1L);
        assertThat(backend.versions(CUSTOMERS)).containsExactly(Map.entry(1L, 5L));
    }

    @Test
    void listsAreOrderedAndPagedBothWays() {
        long now = put(
                customer(1, "Dung", "value", new BigDecimal("3")),
                customer(2, "Đào", "value", new BigDecimal("1")),
                customer(3, "Em"),
                customer(4, "An", "value", new BigDecimal("3")));
        ListAnswer first = backend.list(list(Filter.ALL, "", "name", false, 2, null, false, now));
        assertThat(first.ids()).containsExactly(4L, 1L);
        assertThat(first.more()).isTrue();
        ListAnswer second = backend.list(list(Filter.ALL, "", "name", false, 2, first.last(), false, now));
        assertThat(second.ids()).containsExactly(2L, 3L);
        assertThat(second.more()).isFalse();
        ListAnswer back = backend.list(list(Filter.ALL, "", "name", false, 2, second.first(), true, now));
        assertThat(back.ids()).containsExactly(4L, 1L);
        assertThat(backend.list(list(Filter.ALL, "", "value", true, 9, null, false, now))
                        .ids())
                .containsExactly(1L, 4L, 2L, 3L);
        assertThat(backend.list(list(Filter.ALL, "", "value", false, 9, null, false, now))
                        .ids())
                .containsExactly(2L, 1L, 4L, 3L);
    }

    @Test
    void malformedCursorIsRefused() {
        long now = put(customer(1, "Anna"));
        assertThatThrownBy(() -> backend.list(list(Filter.ALL, "", "name", false, 2, "zzz", false, now)))
                .isInstanceOfSatisfying(
                        CrmException.class,
                        refused -> assertThat(refused.text().key()).isEqualTo("search.error.cursor"));
    }

    @Test
    void rebuildServesBothWaysAndSurvivesRestart() {
        put(customer(1, "Old One"), customer(2, "Old Two"));
        try (SearchBackend.Rebuild rebuild = backend.rebuild()) {
            put(versioned(1, 2, "New One"));
            remove(2);
            rebuild.add(List.of(customer(1, "Old One"), customer(2, "Old Two"), customer(3, "Old Three")));
            rebuild.publish();
        }
        assertThat(backend.versions(CUSTOMERS)).containsOnly(Map.entry(1L, 2L), Map.entry(3L, 1L));
        backend.close();
        backend = open(folder);
        backend.use(types());
        assertThat(found("old", 0)).containsExactly(3L);
        assertThat(found("new", 0)).containsExactly(1L);
        assertThat(backend.fits()).isTrue();
    }

    @Test
    void highlightsMarkTheOriginalSpelling() {
        long now = put(customer(1, "Nguyễn Thị Ánh"));
        Hit hit = search("thi an", now).hits().get(0);
        assertThat(hit.highlights()).singleElement().satisfies(highlight -> {
            assertThat(highlight.field()).isEqualTo("title");
            assertThat(highlight.marks().stream().map(mark -> highlight.text().substring(mark.start(), mark.end())))
                    .containsExactly("Thị", "Án");
        });
    }
}
