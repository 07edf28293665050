package org.quanhe.crm.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.spi.IndexChange;
import org.quanhe.crm.search.spi.IndexDocument;
import org.quanhe.crm.search.spi.SearchBackend;
import org.quanhe.crm.search.spi.SearchRequest;

/**
 * What somebody finds in an index of everything is what they find in one that holds nothing but what they may see: the
 * same hits, totals, facets, marks and spellings, whatever they may see and type.
 */
class NothingLeaksPropertyTest {
    private static final String TYPE = "customers";
    private static final List<String> FACETS = List.of("stage", "owner", "tags");
    private static final int ALL = 200;

    private static final List<String> NAMES = List.of(
            "Nguyễn Thị Ánh",
            "Nguyễn Văn An",
            "Trần Anh",
            "Lê Hoa",
            "Lê Hoà",
            "阮氏英",
            "张伟",
            "張偉明",
            "Anna O'Connor",
            "Công ty TNHH Tân Á",
            "Microsoft",
            "Nguyn Van");
    private static final List<String> COMPANIES =
            List.of("", "Tân Á Co. Ltd", "Công ty Hoàng Gia", "上海龍興星有限公司", "Nguyên Phát", "Micorsoft");
    private static final List<String> NOTES =
            List.of("", "quan tâm điều hoà", "gọi lại Nguyễn", "tan a", "thing nguyem", "周一回访");
    private static final List<String> TYPED = List.of(
            "nguyen",
            "nguyn",
            "nguyem",
            "thi",
            "anh",
            "ánh",
            "an",
            "le",
            "hoa",
            "hao",
            "tan",
            "a",
            "microsoft",
            "micorsoft",
            "zw",
            "zhangwei",
            "阮氏英",
            "张伟",
            "rsy",
            "龙兴星",
            "0903",
            "3123",
            "@fpt.com",
            "nh88",
            "dieu",
            "hanoi",
            "hoang",
            "cong ty",
            "tnhh",
            "oconnor",
            "tran",
            "KH-1",
            "回访",
            "vip",
            "lead",
            "mr",
            "chị",
            "bac",
            "张先生",
            "老张",
            "zong",
            "hn",
            "河内",
            "q3",
            "quận 3",
            "đường",
            "street",
            "12.3");

    private static final List<Path> FOLDERS = new ArrayList<>();

    /** The files are in memory; what is left are names. */
    @AfterContainer
    static void clear() throws IOException {
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** A record, and who may see it. */
    record Made(String name, String company, String notes, int owner, boolean contact, boolean vip) {}

    /** What somebody may see, and what they type. */
    record Asked(int owner, Set<String> hidden, List<String> words) {}

    @Property(tries = 100)
    @Tag("D04")
    void whoeverAsksFindsWhatAnIndexOfTheirOwnWouldHave(
            @ForAll("records") List<Made> records, @ForAll("questions") List<Asked> questions) throws IOException {
        try (SearchBackend everything = open(records, made -> true, Set.of())) {
            for (Asked asked : questions) {
                try (SearchBackend own = open(records, made -> made.owner() == asked.owner(), asked.hidden())) {
                    String text = String.join(" ", asked.words());
                    SearchRequest inAll = request(text, Filter.eq("owner", (long) asked.owner()), asked.hidden());
                    SearchRequest inOwn = request(text, Filter.ALL, asked.hidden());
                    assertThat(told(everything.search(inAll)))
                            .as("%s of %s", asked, records)
                            .isEqualTo(told(own.search(inOwn)));
                }
            }
        }
    }

    /** All that an answer tells; the order of hits is that of their numbers, for it depends on all of an index. */
    private static Map<String, Object> told(SearchAnswer answer) {
        Map<Long, Object> hits = new TreeMap<>();
        answer.hits()
                .forEach(hit ->
                        hits.put(hit.ref().id(), List.of(hit.title(), hit.subtitle(), hit.highlights(), hit.values())));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("hits", hits);
        told.put("total", answer.total());
        told.put("facets", answer.facets());
        told.put("reach", answer.reach());
        told.put("meant", String.valueOf(answer.meant()));
        return told;
    }

    private static SearchRequest request(String text, Filter scope, Set<String> hidden) {
        return new SearchRequest(text, Map.of(TYPE, scope), Map.of(TYPE, hidden), FACETS, ALL, null, Long.MAX_VALUE);
    }

    /** Which records of them all. */
    private interface Choice {
        boolean takes(Made made);
    }

    private static SearchBackend open(List<Made> records, Choice choice, Set<String> hidden) throws IOException {
        Path folder = Files.createTempDirectory("leaks");
        SearchBackend backend = new LuceneBackend(new IndexFolder(folder), path -> new ByteBuffersDirectory());
        FOLDERS.add(folder);
        backend.use(List.of(type()));
        List<IndexChange> changes = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Made made = records.get(i);
            if (choice.takes(made)) {
                Map<String, Object> values = values(made, i);
                hidden.forEach(values::remove);
                changes.add(new IndexChange.Put(new IndexDocument(new RecordRef(TYPE, i), 1, made.name(), "", values)));
            }
        }
        backend.apply(changes);
        return backend;
    }

    private static Map<String, Object> values(Made made, int number) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", made.name());
        values.put("owner", new RecordRef("users", made.owner()));
        values.put("stage", number % 2 == 0 ? "lead" : "won");
        values.put("externalId", "KH-" + number);
        if (!made.company().isEmpty()) {
            values.put("company", made.company());
        }
        if (!made.notes().isEmpty()) {
            values.put("notes", made.notes());
        }
        if (made.contact()) {
            values.put("phones", List.of(new ContactPoint("work", "0903 123 " + (100 + number), true)));
            values.put("emails", List.of(new ContactPoint("work", "anh88@fpt.com", true)));
            values.put("addresses", List.of(new PostalAddress("work", "12 Lê Lợi, Quận 3", "Hà Nội", "", "VN", true)));
        }
        if (made.vip()) {
            values.put("tags", List.of("vip"));
        }
        return values;
    }

    private static RecordTypeView type() {
        return new RecordTypeView(
                TYPE,
                "pi-users",
                List.of(
                        field("name", FieldKind.TEXT, Use.TITLE, Use.SEARCHED, Use.SORTABLE),
                        field("company", FieldKind.TEXT, Use.SEARCHED, Use.LIST),
                        field("phones", FieldKind.PHONES, Use.SEARCHED),
                        field("emails", FieldKind.EMAILS, Use.SEARCHED),
                        field("addresses", FieldKind.ADDRESSES, Use.SEARCHED),
                        field("notes", FieldKind.LONG_TEXT, Use.SEARCHED),
                        field("tags", FieldKind.CHOICES, Use.SEARCHED, Use.FACET),
                        field("stage", FieldKind.CHOICE, Use.FACET),
                        field("owner", FieldKind.REFERENCE, Use.FACET),
                        field("externalId", FieldKind.TEXT, Use.SEARCHED)),
                "name",
                true,
                true,
                true);
    }

    private static FieldView field(String name, FieldKind kind, Use... uses) {
        return new FieldView(name, kind, "label." + name, List.of(), "", "", 0, Set.of(uses));
    }

    @Provide
    Arbitrary<List<Made>> records() {
        return Combinators.combine(
                        Arbitraries.of(NAMES),
                        Arbitraries.of(COMPANIES),
                        Arbitraries.of(NOTES),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Made::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Asked>> questions() {
        Arbitrary<Set<String>> hidden = Arbitraries.of(
                        "company", "phones", "emails", "addresses", "notes", "tags", "externalId")
                .set()
                .ofMaxSize(3);
        Arbitrary<List<String>> words =
                Arbitraries.of(TYPED).list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(Arbitraries.integers().between(1, 2), hidden, words)
                .as(Asked::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
