package org.quanhe.crm.search.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchAnswer.FacetValue;
import org.quanhe.crm.search.SearchAnswer.Reach;

/** What every search backend promises of values chosen from facets, of other spellings, and of favourites. */
abstract class ChoosingContract extends ListingContract {
    private static final Map<String, Filter> BOTH = Map.of(CUSTOMERS, Filter.ALL, ACTIVITIES, Filter.ALL);

    protected SearchRequest request(String text, Map<String, List<Object>> chosen, long generation) {
        return request(text, chosen, 20, null, generation);
    }

    private static SearchRequest request(
            String text, Map<String, List<Object>> chosen, int limit, @Nullable String cursor, long generation) {
        return new SearchRequest(
                text, BOTH, Map.of(), chosen, List.of("stage", "tags"), limit, cursor, List.of(), generation);
    }

    private long annas() {
        return put(
                customer(1, "Anna", "stage", "won", "tags", List.of("vip", "hot")),
                customer(2, "Anna", "stage", "lost", "tags", List.of("vip")),
                customer(3, "Anna", "stage", "new"),
                activity(4, "Anna called", "stage", "open"));
    }

    @Test
    void chosenValuesNarrowHitsAndOtherFacetsButNotTheirOwn() {
        long now = annas();
        SearchAnswer answer = backend.search(
                request("anna", Map.of("type", List.of(CUSTOMERS), "stage", List.of("won", "lost")), now));
        assertThat(ids(answer)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(answer.total()).isEqualTo(2);
        assertThat(answer.facets().get("stage"))
                .containsExactly(new FacetValue("lost", 1), new FacetValue("new", 1), new FacetValue("won", 1));
        assertThat(answer.facets().get("tags")).containsExactly(new FacetValue("vip", 2), new FacetValue("hot", 1));
        assertThat(answer.facets().get("type"))
                .containsExactly(new FacetValue(CUSTOMERS, 3), new FacetValue(ACTIVITIES, 1));
    }

    @Test
    void valuesOfSeveralFieldsMustAllFit() {
        long now = annas();
        SearchAnswer answer = backend.search(request(
                "anna",
                Map.of("type", List.of(CUSTOMERS), "stage", List.of("won", "lost"), "tags", List.of("hot")),
                now));
        assertThat(ids(answer)).containsExactly(1L);
        assertThat(answer.facets().get("stage")).containsExactly(new FacetValue("won", 1));
        assertThat(answer.facets().get("tags")).containsExactly(new FacetValue("vip", 2), new FacetValue("hot", 1));
    }

    @Test
    void searchGoesNoFurtherBecauseOfWhatIsChosen() {
        put(customer(9, "Hanna", "stage", "won"));
        long now = annas();
        assertThat(ids(backend.search(request("anna", Map.of("stage", List.of("won")), now))))
                .containsExactly(1L);
        assertThat(backend.search(request("anna", Map.of("stage", List.of("none")), now))
                        .total())
                .isZero();
    }

    @Test
    void hitsThatAreNarrowedArePagedForthAndBack() {
        long now = annas();
        Map<String, List<Object>> customers = Map.of("type", List.of(CUSTOMERS));
        SearchAnswer first = backend.search(request("anna", customers, 2, null, now));
        assertThat(first.hits()).hasSize(2);
        assertThat(first.previous()).isNull();
        SearchAnswer second = backend.search(request("anna", customers, 2, first.next(), now));
        assertThat(second.hits()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThat(backend.search(request("anna", customers, 2, second.previous(), now))
                        .hits())
                .isEqualTo(first.hits());
    }

    @Test
    void whatWasMeantIsTheSpellingThatWasFound() {
        long now = put(customer(1, "Nguyễn Văn An"), customer(2, "Trần Văn An"));
        SearchAnswer other = search("nguyn van", now);
        assertThat(ids(other)).containsExactly(1L);
        assertThat(other.reach()).isEqualTo(Reach.SIMILAR);
        assertThat(other.meant()).isEqualTo("Nguyễn van");
        SearchAnswer same = search("nguyen van", now);
        assertThat(same.reach()).isEqualTo(Reach.TYPED);
        assertThat(same.meant()).isNull();
    }

    @Test
    void whatWasMeantComesFromNothingThatIsHidden() {
        long now = put(customer(1, "Berta", "company", "Microsoft"), customer(2, "Micorsof", "stage", "won"));
        SearchAnswer all = search("micorsoft", now);
        assertThat(all.meant()).isNotNull();
        SearchAnswer hiding = backend.search(new SearchRequest(
                "micorsoft",
                Map.of(CUSTOMERS, Filter.ALL),
                Map.of(CUSTOMERS, Set.of("company")),
                List.of(),
                20,
                null,
                now));
        assertThat(hiding.meant()).isNotEqualTo("Microsoft");
        SearchAnswer scoped = search("micorsoft", Map.of(CUSTOMERS, Filter.eq("stage", "lost")), now);
        assertThat(scoped.meant()).isNull();
    }

    @Test
    void favouritesComeFirstAmongHitsThatAreAsGood() {
        long now = put(
                customer(1, "Anna Berg"),
                customer(2, "Anna Berg"),
                customer(3, "Anna Berg"),
                customer(4, "Anna"),
                customer(5, "Berta", "notes", "anna"));
        List<RecordRef> favoured = List.of(new RecordRef(CUSTOMERS, 3), new RecordRef(CUSTOMERS, 5));
        SearchAnswer answer =
                backend.search(new SearchRequest("anna", BOTH, Map.of(), Map.of(), List.of(), 2, null, favoured, now));
        assertThat(ids(answer)).containsExactly(4L, 3L);
        assertThat(answer.next()).isNull();
        assertThat(answer.total()).isEqualTo(5);
    }
}
