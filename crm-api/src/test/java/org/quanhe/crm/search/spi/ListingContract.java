package org.quanhe.crm.search.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;

/** What every search backend promises of lists. */
abstract class ListingContract extends RememberingContract {
    private List<Long> ordered(String sort, boolean descending, long generation) {
        return backend.list(list(Filter.ALL, "", sort, descending, 100, null, false, generation))
                .ids();
    }

    @Test
    void namesAreOrderedAsVietnameseReadThem() {
        long now = put(
                customer(1, "Em"),
                customer(2, "Đào"),
                customer(3, "Dung"),
                customer(4, "an"),
                customer(5, "Ân"),
                customer(6, "Dũng"),
                customer(7, "An"),
                customer(8, "Đ"));
        assertThat(ordered("name", false, now)).containsExactly(4L, 7L, 5L, 3L, 6L, 8L, 2L, 1L);
        assertThat(ordered("name", true, now)).containsExactly(1L, 2L, 8L, 6L, 3L, 5L, 7L, 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "stage", "owner", "value", "price", "born", "seen", "vip"})
    void recordsWithoutAValueComeLastInBothDirections(String field) {
        long now = put(
                customer(1, "no value"),
                customer(2, "high", field, value(field, true)),
                customer(3, "low", field, value(field, false)),
                customer(4, "high too", field, value(field, true)),
                customer(5, "no value"));
        assertThat(ordered(field, false, now)).containsExactly(3L, 2L, 4L, 1L, 5L);
        assertThat(ordered(field, true, now)).containsExactly(2L, 4L, 3L, 1L, 5L);
    }

    private static Object value(String field, boolean high) {
        return switch (field) {
            case "owner" -> new RecordRef("users", high ? 1_000 : 999);
            case "value" -> new BigDecimal(high ? "10.5" : "-7");
            case "price" -> money(high ? "100000000" : "-7", "VND");
            case "born" -> LocalDate.of(high ? 2001 : 1931, 2, 3);
            case "seen" -> Instant.ofEpochSecond(high ? 5 : -5);
            case "vip" -> high;
            default -> high ? "Z" : "a";
        };
    }

    @ParameterizedTest
    @CsvSource({
        "name,false",
        "name,true",
        "value,false",
        "value,true",
        "price,false",
        "price,true",
        "born,true",
        "nothing,false"
    })
    void pagesForwardAndBackAreTheListCutInPieces(String sort, boolean descending) {
        List<IndexDocument> records = new ArrayList<>();
        LongStream.rangeClosed(1, 53).forEach(i -> records.add(record(i)));
        Collections.shuffle(records, new java.util.Random(7));
        long now = put(records.toArray(IndexDocument[]::new));
        List<Long> whole = ordered(sort, descending, now);
        assertThat(whole).hasSize(53);

        List<List<Long>> forward = new ArrayList<>();
        ListAnswer page = backend.list(list(Filter.ALL, "", sort, descending, 10, null, false, now));
        forward.add(page.ids());
        while (page.more()) {
            page = backend.list(list(Filter.ALL, "", sort, descending, 10, page.last(), false, now));
            forward.add(page.ids());
        }
        assertThat(forward.stream().flatMap(List::stream).toList()).isEqualTo(whole);
        for (int i = forward.size() - 2; i >= 0; i--) {
            page = backend.list(list(Filter.ALL, "", sort, descending, 10, page.first(), true, now));
            assertThat(page.ids()).isEqualTo(forward.get(i));
            assertThat(page.more()).isEqualTo(i > 0);
        }
    }

    private static IndexDocument record(long i) {
        return i % 5 == 0
                ? customer(i, "Anna " + i % 3)
                : customer(
                        i,
                        "Anna " + i % 3,
                        "value",
                        BigDecimal.valueOf(i % 4),
                        "price",
                        money(Long.toString(i % 4), i % 2 == 0 ? "VND" : "CNY"),
                        "born",
                        LocalDate.EPOCH.plusDays(i % 9));
    }

    @Test
    void lastPageBackwardsStartsAtTheEnd() {
        long now = put(customer(1, "A"), customer(2, "B"), customer(3, "C"));
        ListAnswer page = backend.list(list(Filter.ALL, "", "name", false, 2, null, true, now));
        assertThat(page.ids()).containsExactly(2L, 3L);
        assertThat(page.more()).isTrue();
    }

    @Test
    void emptyPageHasNoCursors() {
        ListAnswer page = backend.list(list(Filter.ALL, "", "name", false, 2, null, false, 0));
        assertThat(page).isEqualTo(new ListAnswer(List.of(), null, null, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz", "", "!!!", "AAAAAAAAAAAAAAAAAAAAAAAA", "🙂"})
    void malformedCursorIsRefused(String cursor) {
        long now = put(customer(1, "Anna"));
        refused(list(Filter.ALL, "", "name", false, 2, cursor, false, now));
    }

    @Test
    void cursorOfAnotherOrderIsRefused() {
        long now = put(customer(1, "Anna"), customer(2, "Berta"));
        String cursor = backend.list(list(Filter.ALL, "", "name", false, 1, null, false, now))
                .last();
        refused(list(Filter.ALL, "", "value", false, 1, cursor, false, now));
        refused(list(Filter.ALL, "", "name", true, 1, cursor, false, now));
    }

    private void refused(ListRequest request) {
        assertThatThrownBy(() -> backend.list(request))
                .isInstanceOfSatisfying(
                        CrmException.class,
                        refused -> assertThat(refused.text().key()).isEqualTo("search.error.cursor"));
    }

    @Test
    void listsHoldOneTypeFilteredAndByWords() {
        long now = put(
                customer(1, "Anna", "stage", "lead", "company", "Tân An"),
                customer(2, "Anna", "stage", "won"),
                customer(3, "Berta", "stage", "lead"),
                activity(4, "Anna", "stage", "lead"));
        assertThat(listed(Filter.eq("stage", "LEAD"), now)).containsExactly(1L, 3L);
        assertThat(backend.list(list(Filter.eq("stage", "lead"), "tan anna", "name", false, 9, null, false, now))
                        .ids())
                .containsExactly(1L);
    }

    @Test
    void countStopsBehindTheCap() {
        long now = put(LongStream.rangeClosed(1, 30)
                .mapToObj(i -> customer(i, "Anna", "stage", i % 2 == 0 ? "lead" : "won"))
                .toArray(IndexDocument[]::new));
        ListRequest leads = list(Filter.eq("stage", "lead"), "", "name", false, 1, null, false, now);
        assertThat(backend.count(leads, 100)).isEqualTo(15);
        assertThat(backend.count(leads, 15)).isEqualTo(15);
        assertThat(backend.count(leads, 10)).isGreaterThan(10);
    }

    @Test
    void absentValueFulfilsNoComparisonButUnequal() {
        long now = put(customer(1, "with", "value", BigDecimal.ONE), customer(2, "without"));
        assertThat(listed(new Filter.Compare("value", Filter.Op.LT, BigDecimal.TEN), now))
                .containsExactly(1L);
        assertThat(listed(new Filter.Compare("value", Filter.Op.NE, BigDecimal.TEN), now))
                .containsExactly(1L, 2L);
        assertThat(listed(new Filter.Not(new Filter.Present("value")), now)).containsExactly(2L);
    }

    @Test
    void oneEntryOfAListIsEnough() {
        long now = put(
                customer(1, "two", "tags", List.of("vip", "Đại lý"), "phones", points("111", "222")),
                customer(2, "none", "tags", List.of()));
        assertThat(listed(Filter.eq("tags", "dai ly"), now)).containsExactly(1L);
        assertThat(listed(new Filter.Compare("phones", Filter.Op.STARTS_WITH, "22"), now))
                .containsExactly(1L);
        assertThat(listed(new Filter.Compare("tags", Filter.Op.NE, "vip"), now)).containsExactly(2L);
        assertThat(listed(new Filter.Present("tags"), now)).containsExactly(1L);
    }

    @Test
    void amountsMeetOnlyThoseOfTheirCurrency() {
        put(customer(1, "Anna", "price", money("900000", "VND")));
        put(customer(2, "Berta", "price", money("1200000", "VND")));
        put(customer(3, "Clara", "price", money("35.50", "USD")));
        put(customer(4, "Dora", "price", money("1000000", "CNY")));
        long now = put(customer(5, "Emma"));
        assertThat(listed(new Filter.Compare("price", Filter.Op.GE, money("900001", "VND")), now))
                .containsExactly(2L);
        assertThat(listed(new Filter.Compare("price", Filter.Op.LT, money("5000000", "VND")), now))
                .containsExactly(1L, 2L);
        assertThat(listed(Filter.eq("price", money("35.5", "USD")), now)).containsExactly(3L);
        assertThat(listed(Filter.eq("price", money("1000000", "USD")), now)).isEmpty();
        assertThat(listed(new Filter.Compare("price", Filter.Op.NE, money("1000000", "CNY")), now))
                .containsExactly(1L, 2L, 3L, 5L);
        assertThat(listed(Filter.in("price", List.of(money("900000", "VND"), money("1000000", "CNY"))), now))
                .containsExactly(1L, 4L);
        // by currency, then by amount
        assertThat(ordered("price", false, now)).startsWith(4L, 3L, 1L, 2L);
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }
}
