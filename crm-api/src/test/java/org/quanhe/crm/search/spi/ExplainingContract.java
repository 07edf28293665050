package org.quanhe.crm.search.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.search.SearchAnswer.Reach;
import org.quanhe.crm.search.SearchExplanation;
import org.quanhe.crm.search.SearchExplanation.Means;
import org.quanhe.crm.search.SearchExplanation.Met;
import org.quanhe.crm.search.SearchExplanation.Obstacle;
import org.quanhe.crm.search.SearchExplanation.Way;

/** What every search backend promises of explanations: they say what a search does. */
abstract class ExplainingContract extends ChoosingContract {
    private static final RecordRef FIRST = new RecordRef(CUSTOMERS, 1);

    private SearchExplanation explain(String text, RecordRef record, long generation) {
        return backend.explain(request(text, Map.of(), generation), record);
    }

    private static List<Way> ways(SearchExplanation told, String typed) {
        return told.words().stream()
                .filter(met -> met.typed().equals(typed))
                .map(Met::ways)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyWordIsToldWithWhereItWasMet() {
        long now = put(
                customer(1, "Nguyễn Thị Ánh", "notes", "quan tâm điều hoà", "phones", points("0903 123 456")),
                customer(2, "Nguyễn An"));
        SearchExplanation told = explain("Nguyễn an dieu 3456", FIRST, now);
        assertThat(told.found()).isTrue();
        assertThat(told.title()).isEqualTo("Nguyễn Thị Ánh");
        assertThat(told.reach()).isEqualTo(Reach.TYPED);
        assertThat(ways(told, "Nguyễn")).extracting(Way::means).contains(Means.WORD, Means.ACCENTS);
        assertThat(ways(told, "Nguyễn"))
                .allSatisfy(way -> assertThat(way.field()).isEqualTo("title"));
        assertThat(ways(told, "an").get(0).means()).isEqualTo(Means.BEGINNING);
        assertThat(ways(told, "dieu")).extracting(Way::field).contains("notes");
        assertThat(ways(told, "3456")).anySatisfy(way -> {
            assertThat(way.means()).isEqualTo(Means.DIGITS);
            assertThat(way.field()).isEqualTo("phones");
        });
        assertThat(told.weight()).isPositive();
        assertThat(told.place()).isEqualTo(1);
        assertThat(told.total()).isEqualTo(1);
    }

    @Test
    void placeIsThatOfTheSearch() {
        long now = put(customer(1, "Berta", "notes", "anna"), customer(2, "Anna"), customer(3, "Anna Berg"));
        List<Long> found = ids(search("anna", now));
        for (int i = 0; i < found.size(); i++) {
            assertThat(explain("anna", new RecordRef(CUSTOMERS, found.get(i)), now)
                            .place())
                    .isEqualTo(i + 1L);
        }
    }

    @Test
    void whatKeepsARecordAwayIsNamed() {
        long now = put(
                customer(1, "Anna", "stage", "won", "notes", "wichtig"),
                customer(2, "Berta Anna"),
                customer(3, "Anna Emil"),
                customer(4, "Anne"));
        assertThat(explain("anna", new RecordRef(CUSTOMERS, 99), now).obstacles())
                .containsExactly(Obstacle.ABSENT);
        assertThat(explain("anna emil", FIRST, now).obstacles()).contains(Obstacle.WORDS);
        assertThat(ways(explain("anna emil", FIRST, now), "emil")).isEmpty();
        assertThat(explain("anna", new RecordRef(CUSTOMERS, 4), now).obstacles())
                .containsExactly(Obstacle.ENOUGH_FOUND);
        SearchRequest lost =
                new SearchRequest("anna", Map.of(CUSTOMERS, Filter.eq("stage", "lost")), List.of(), 20, null, now);
        assertThat(backend.explain(lost, FIRST).obstacles()).containsExactly(Obstacle.RIGHT);
        assertThat(backend.explain(request("anna", Map.of("stage", List.of("lost")), now), FIRST)
                        .obstacles())
                .containsExactly(Obstacle.FILTER);
        SearchRequest hiding = new SearchRequest(
                "wichtig", Map.of(CUSTOMERS, Filter.ALL), Map.of(CUSTOMERS, Set.of("notes")), List.of(), 20, null, now);
        SearchExplanation hidden = backend.explain(hiding, FIRST);
        assertThat(hidden.obstacles()).containsExactly(Obstacle.HIDDEN_FIELD);
        assertThat(ways(hidden, "wichtig"))
                .allSatisfy(way -> assertThat(way.hidden()).isTrue());
        assertThat(hidden.place()).isZero();
    }

    @Test
    void whatIsAskedOfAllWordsIsToldOfAllAndNotOfOne() {
        long now = put(customer(1, "Nguyễn Thị Ánh"));
        SearchExplanation told = explain("nguyen anh", FIRST, now);
        assertThat(ways(told, "")).extracting(Way::means).contains(Means.ONE_PLACE);
        for (String word : List.of("nguyen", "anh")) {
            assertThat(ways(told, word)).extracting(Way::means).doesNotContain(Means.ONE_PLACE);
        }
    }

    @Test
    void soundAndSimilarSpellingAreNamed() {
        long now = put(customer(1, "张伟"), customer(2, "Margaret"));
        assertThat(ways(explain("zhangwei", FIRST, now), "zhangwei"))
                .extracting(Way::means)
                .contains(Means.SOUND);
        SearchExplanation similar = explain("margret", new RecordRef(CUSTOMERS, 2), now);
        assertThat(similar.reach()).isEqualTo(Reach.SIMILAR);
        assertThat(ways(similar, "margret")).extracting(Way::means).contains(Means.SIMILAR);
        assertThat(explain("", FIRST, now).found()).isTrue();
        assertThat(explain("*:*", FIRST, now).found()).isFalse();
    }
}
