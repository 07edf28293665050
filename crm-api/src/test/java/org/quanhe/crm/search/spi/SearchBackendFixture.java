package org.quanhe.crm.search.spi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.SearchAnswer;

/** Records and shorthands for the contract. */
abstract class SearchBackendFixture {
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
                        field("price", FieldKind.MONEY, Use.SORTABLE, Use.LIST),
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

    protected long remove(long customer, long version) {
        return backend.apply(List.of(new IndexChange.Remove(new RecordRef(CUSTOMERS, customer), version)));
    }

    /** All records of a type in the index, with their versions. */
    protected Map<Long, Long> versions(String type) {
        return backend.versions(type, Long.MIN_VALUE, 10_000);
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
}
