package org.quanhe.crm.search.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.IndexReason;

/** What every search backend promises. A backend's test extends it and says how it is opened. */
public abstract class SearchBackendContract extends HidingContract {
    @Test
    void searchThatNamesAGenerationSeesItsChanges() {
        for (int i = 1; i <= 50; i++) {
            long generation = put(customer(i, "Kunde" + i));
            assertThat(found("kunde" + i, generation)).contains((long) i);
            assertThat(listed(Filter.eq("name", "kunde" + i), generation)).containsExactly((long) i);
        }
    }

    @Test
    void changesOfOthersAreSeenSoon() throws InterruptedException {
        found("warm", put(customer(1, "Anna")));
        put(customer(2, "Berta"));
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (found("berta", 0).isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(found("berta", 0)).containsExactly(2L);
    }

    @Test
    void generationOfAnEarlierRunIsNoObstacle() {
        put(customer(1, "Anna"));
        assertThat(found("anna", Long.MAX_VALUE)).containsExactly(1L);
    }

    @Test
    void applyingTwiceChangesNothing() {
        put(customer(1, "Anna"));
        long now = put(customer(1, "Anna"));
        assertThat(found("anna", now)).containsExactly(1L);
        assertThat(backend.documents()).isEqualTo(1);
        remove(1, 1);
        now = remove(1, 1);
        assertThat(found("anna", now)).isEmpty();
        assertThat(backend.documents()).isZero();
    }

    @Test
    void olderDocumentsAreIgnored() {
        put(versioned(1, 5, "Newer"));
        long now = put(versioned(1, 4, "Older"));
        assertThat(found("older", now)).isEmpty();
        assertThat(found("newer", now)).containsExactly(1L);
        assertThat(versions(CUSTOMERS)).containsExactly(Map.entry(1L, 5L));
    }

    @Test
    void lateCopyOfARemovedRecordStaysOut() {
        put(versioned(1, 3, "Anna"));
        remove(1, 3);
        assertThat(found("anna", put(versioned(1, 3, "Anna")))).isEmpty();
        assertThat(found("anna", put(versioned(1, 4, "Anna")))).containsExactly(1L);
    }

    @Test
    void copyThatComesBehindItsRemovalStaysOut() {
        remove(1, 4);
        assertThat(found("anna", put(versioned(1, 3, "Anna")))).isEmpty();
        assertThat(found("anna", put(versioned(1, 5, "Anna")))).containsExactly(1L);
        assertThat(found("anna", remove(1, 4))).containsExactly(1L);
        backend.apply(List.of(IndexChange.Remove.forGood(new RecordRef(CUSTOMERS, 1))));
        assertThat(found("anna", put(versioned(1, 6, "Anna")))).isEmpty();
    }

    @Test
    void versionsTellEveryRecordOfAType() {
        put(versioned(1, 3, "A"), versioned(2, 1, "B"), activity(9, "C"));
        assertThat(versions(CUSTOMERS)).containsOnly(Map.entry(1L, 3L), Map.entry(2L, 1L));
        assertThat(versions(ACTIVITIES)).containsOnlyKeys(9L);
        assertThat(versions("unknown")).isEmpty();
        assertThat(backend.documents()).isEqualTo(3);
    }

    @Test
    void versionsComeInPortions() {
        put(versioned(7, 1, "A"), versioned(3, 2, "B"), versioned(5, 3, "C"), versioned(900, 4, "D"));
        remove(5, 3);
        assertThat(backend.versions(CUSTOMERS, Long.MIN_VALUE, 2))
                .containsExactly(Map.entry(3L, 2L), Map.entry(7L, 1L));
        assertThat(backend.versions(CUSTOMERS, 7, 2)).containsExactly(Map.entry(900L, 4L));
        assertThat(backend.versions(CUSTOMERS, 900, 2)).isEmpty();
        assertThat(backend.version(new RecordRef(CUSTOMERS, 900))).isEqualTo(4);
        assertThat(backend.version(new RecordRef(CUSTOMERS, 5))).isNull();
        assertThat(backend.version(new RecordRef("unknown", 5))).isNull();
    }

    @Test
    void portionsOfManyRecordsLeaveNoneOut() {
        for (int from = 0; from < 1_000; from += 100) {
            IndexDocument[] some = new IndexDocument[100];
            for (int i = 0; i < some.length; i++) {
                some[i] = versioned((from + i) * 37L % 1_009, 1, "Anna");
            }
            put(some);
        }
        List<Long> walked = new ArrayList<>();
        SortedMap<Long, Long> portion = backend.versions(CUSTOMERS, Long.MIN_VALUE, 7);
        while (!portion.isEmpty()) {
            walked.addAll(portion.keySet());
            portion = backend.versions(CUSTOMERS, portion.lastKey(), 7);
        }
        assertThat(walked).hasSize(1_000).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void mendedRecordSaysWhatTheDatabaseSays() {
        put(versioned(1, 9, "Future"), versioned(2, 1, "Foreign"));
        long now = remove(3, 9);
        assertThat(found("anna", now)).isEmpty();
        now = backend.apply(List.of(
                new IndexChange.Mend(new RecordRef(CUSTOMERS, 1), 9L, versioned(1, 2, "Anna One")),
                new IndexChange.Mend(new RecordRef(CUSTOMERS, 2), 1L, null),
                new IndexChange.Mend(new RecordRef(CUSTOMERS, 3), null, versioned(3, 4, "Anna Three"))));
        assertThat(found("anna", now)).containsExactlyInAnyOrder(1L, 3L);
        assertThat(found("future", now)).isEmpty();
        assertThat(found("foreign", now)).isEmpty();
        assertThat(versions(CUSTOMERS)).containsOnly(Map.entry(1L, 2L), Map.entry(3L, 4L));
        assertThat(found("anna", put(versioned(1, 3, "Berta")))).containsExactly(3L);
    }

    @Test
    void mendingLeavesWhatWasChangedMeanwhile() {
        put(versioned(1, 3, "Anna"), versioned(2, 3, "Anna"));
        long now = backend.apply(List.of(
                new IndexChange.Mend(new RecordRef(CUSTOMERS, 1), 2L, versioned(1, 2, "Older")),
                new IndexChange.Mend(new RecordRef(CUSTOMERS, 2), null, null)));
        assertThat(found("anna", now)).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void wholeIndexNeedsNothing() {
        backend.verify();
        put(versioned(1, 3, "Anna"));
        backend.commit();
        backend.verify();
        assertThat(backend.need()).isEmpty();
    }

    @Test
    void indexOfOtherFieldsSaysWhy() {
        put(customer(1, "Anna"));
        backend.commit();
        restart(withArea(FieldKind.TEXT));
        assertThat(backend.need()).contains(IndexReason.SHAPE);
        try (SearchBackend.Rebuild rebuild = backend.rebuild()) {
            rebuild.publish();
        }
        assertThat(backend.need()).isEmpty();
    }

    @Test
    void newestVersionWinsAmongManyWriters() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Long>> changes = new ArrayList<>();
            for (int version = 1; version <= 200; version++) {
                int number = version;
                changes.add(() -> put(versioned(number % 3, number, "Anna v" + number)));
            }
            writers.invokeAll(changes);
        } finally {
            writers.shutdown();
        }
        assertThat(versions(CUSTOMERS)).containsOnly(Map.entry(0L, 198L), Map.entry(1L, 199L), Map.entry(2L, 200L));
        assertThat(found("anna", Long.MAX_VALUE)).hasSize(3);
        assertThat(found("v200", Long.MAX_VALUE)).containsExactly(2L);
    }

    @Test
    void whatWasCommittedIsThereAfterARestart() {
        put(customer(1, "Anna"), versioned(2, 7, "Berta"));
        backend.commit();
        restart(types());
        assertThat(backend.fits()).isTrue();
        assertThat(found("anna", 0)).containsExactly(1L);
        assertThat(versions(CUSTOMERS)).containsOnly(Map.entry(1L, 1L), Map.entry(2L, 7L));
    }

    private void restart(List<RecordTypeView> types) {
        backend.close();
        backend = open(folder);
        backend.use(types);
    }

    @Test
    void newIndexFits() {
        assertThat(backend.fits()).isTrue();
    }

    @Test
    void fieldAddedWhileRunningIsUsedAtOnce() {
        put(customer(1, "Anna"));
        backend.use(withArea(FieldKind.TEXT));
        assertThat(backend.fits()).isTrue();
        long now = put(customer(2, "Berta", "area", "Quận Ba"));
        assertThat(found("quan ba", now)).containsExactly(2L);
        assertThat(listed(new Filter.Compare("area", Filter.Op.CONTAINS, "ba"), now))
                .containsExactly(2L);
    }

    @Test
    void indexOfOtherFieldsWantsARebuild() {
        put(customer(1, "Anna"));
        backend.commit();
        restart(withArea(FieldKind.TEXT));
        assertThat(backend.fits()).isFalse();
        assertThat(found("anna", 0)).containsExactly(1L);
        try (SearchBackend.Rebuild rebuild = backend.rebuild()) {
            rebuild.add(List.of(customer(1, "Anna", "area", "Quận Ba")));
            rebuild.publish();
        }
        assertThat(backend.fits()).isTrue();
        assertThat(found("quan", 0)).containsExactly(1L);
        restart(withArea(FieldKind.TEXT));
        assertThat(backend.fits()).isTrue();
    }

    @Test
    void fieldMayChangeItsKind() {
        backend.use(withArea(FieldKind.TEXT));
        put(customer(1, "Anna", "area", "12"));
        backend.use(withArea(FieldKind.NUMBER));
        assertThat(backend.fits()).isFalse();
        long now = put(customer(2, "Berta", "area", new java.math.BigDecimal(12)));
        assertThat(listed(Filter.eq("area", new java.math.BigDecimal("12.0")), now))
                .containsExactly(2L);
    }

    private static List<RecordTypeView> withArea(FieldKind kind) {
        List<RecordTypeView> types = new ArrayList<>(types());
        RecordTypeView customers = types.get(0);
        List<FieldView> fields = new ArrayList<>(customers.fields());
        fields.add(field("area", kind, Use.SEARCHED, Use.SORTABLE, Use.FACET));
        types.set(0, type(CUSTOMERS, fields.toArray(FieldView[]::new)));
        return types;
    }

    @Test
    void oldIndexServesUntilTheNewOneIsPublished() {
        long now = put(customer(1, "Old One"), customer(2, "Old Two"));
        try (SearchBackend.Rebuild rebuild = backend.rebuild()) {
            rebuild.add(List.of(customer(3, "Old Three")));
            assertThat(found("old", now)).containsExactlyInAnyOrder(1L, 2L);
            rebuild.publish();
            assertThat(found("old", now)).containsExactly(3L);
            assertThat(backend.documents()).isEqualTo(1);
        }
        assertThat(found("new", put(customer(4, "New")))).containsExactly(4L);
    }

    @Test
    void changesDuringARebuildAreInBothIndexes() {
        put(customer(1, "Old One"), customer(2, "Old Two"));
        try (SearchBackend.Rebuild rebuild = backend.rebuild()) {
            long now = put(versioned(1, 2, "New One"));
            assertThat(found("new", now)).containsExactly(1L);
            remove(2, 1);
            rebuild.add(List.of(customer(1, "Old One"), customer(2, "Old Two"), customer(3, "Old Three")));
            rebuild.publish();
        }
        assertThat(versions(CUSTOMERS)).containsOnly(Map.entry(1L, 2L), Map.entry(3L, 1L));
        restart(types());
        assertThat(found("old", 0)).containsExactly(3L);
        assertThat(found("new", 0)).containsExactly(1L);
    }

    @Test
    void rebuildGivenUpLeavesTheOldIndex() {
        put(customer(1, "Anna"));
        try (SearchBackend.Rebuild rebuild = backend.rebuild()) {
            rebuild.add(List.of(customer(2, "Berta")));
        }
        assertThat(found("anna", put(customer(3, "Anna")))).containsExactlyInAnyOrder(1L, 3L);
        restart(types());
        assertThat(versions(CUSTOMERS)).containsOnlyKeys(1L, 3L);
        try (SearchBackend.Rebuild again = backend.rebuild()) {
            again.publish();
        }
        assertThat(backend.documents()).isZero();
    }

    @Test
    void closedBackendSaysItIsUnavailable() {
        backend.close();
        assertThatThrownBy(() -> found("anna", 0)).isInstanceOf(SearchUnavailable.class);
        assertThatThrownBy(() -> put(customer(1, "Anna"))).isInstanceOf(SearchUnavailable.class);
        assertThatThrownBy(() -> backend.commit()).isInstanceOf(SearchUnavailable.class);
        backend = open(folder);
    }

    @Test
    void spellingsOfOneNameMeet() {
        for (List<String> same : List.of(
                List.of("Nguyễn Văn An", "an NGUYEN VAN", "Nguyễn Văn An"),
                List.of("张伟", "張偉", "Zhang Wei", "wei zhang", "zhangwei"),
                List.of("Công ty TNHH Tân Á", "Tan A", "TÂN Á Co., Ltd"),
                List.of("张伟 Adam", "Zhang Wei Adam"),
                List.of("龙兴星有限公司", "龍興星"))) {
            for (String other : same) {
                assertThat(backend.spellings(other)).as(other).containsAnyElementsOf(backend.spellings(same.get(0)));
            }
        }
        assertThat(backend.spellings("Nguyễn Văn Anh")).doesNotContainAnyElementsOf(backend.spellings("Nguyễn Văn An"));
        assertThat(backend.spellings("张卫国")).doesNotContainAnyElementsOf(backend.spellings("张伟"));
        assertThat(backend.spellings(" . ")).isEmpty();
    }

    @Test
    void spellingsOfOneOrganisationMeetAndThoseInAnotherOrderDoNot() {
        for (List<String> same : List.of(
                List.of("Công ty TNHH An Phát", "an phat", "AN PHÁT JSC", "Cty CP An Phát"),
                List.of("明发有限公司", "明發", "Ming Fa", "Mingfa Co., Ltd"))) {
            for (String other : same) {
                assertThat(backend.spellingsOfOrganisation(other))
                        .as(other)
                        .containsAnyElementsOf(backend.spellingsOfOrganisation(same.get(0)));
            }
        }
        assertThat(backend.spellingsOfOrganisation("Phát An"))
                .doesNotContainAnyElementsOf(backend.spellingsOfOrganisation("An Phát"));
        assertThat(backend.spellingsOfOrganisation("An Phát Sài Gòn"))
                .doesNotContainAnyElementsOf(backend.spellingsOfOrganisation("An Phát"));
        assertThat(backend.spellingsOfOrganisation("Công ty")).isNotEmpty();
        assertThat(backend.spellingsOfOrganisation(" . ")).isEmpty();
    }

    @Test
    void refTellsTypesApart() {
        backend.apply(
                List.of(new IndexChange.Put(activity(1, "Anna called")), new IndexChange.Put(customer(1, "Anna"))));
        long now = backend.apply(List.of(new IndexChange.Remove(new RecordRef(ACTIVITIES, 1), 1)));
        assertThat(search("anna", now).hits()).singleElement().satisfies(hit -> assertThat(hit.ref())
                .isEqualTo(new RecordRef(CUSTOMERS, 1)));
    }
}
