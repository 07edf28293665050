package org.quanhe.crm.dataquality.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.Doubles;
import org.quanhe.crm.dataquality.control.Likeness;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.search.control.SearchEngine;

/** The façade of doubles: the search proposes, within the caller's rights, and what is really equal decides. */
@Stateless
@Local(Doubles.class)
public class DoublesService implements Doubles {
    private static final List<String> TYPES = List.of("customers", "leads");
    private static final int PROPOSED = 5;
    private static final int SHOWN = 5;
    private static final int MOST_ASKED = 8;
    private static final int LONGEST_ASKED = 200;
    private static final int FEWEST_LETTERS = 2;

    @Inject
    private Metadata metadata;

    @Inject
    private Records records;

    @Inject
    private SearchEngine search;

    @Override
    public List<Match> like(Known known) {
        Likeness likeness = new Likeness(known, search.get()::spellings);
        return proposed(known).values().stream()
                .map(found -> new Match(
                        found.ref(), found.title(), text(found.value("company")), likeness.reasons(known(found))))
                .filter(match -> !match.reasons().isEmpty())
                .sorted(Comparator.comparingInt((Match match) -> match.reasons().size())
                        .reversed()
                        .thenComparing(match -> match.record().id()))
                .limit(SHOWN)
                .toList();
    }

    private Map<RecordRef, RecordView> proposed(Known known) {
        List<String> asked = new ArrayList<>(known.phones());
        asked.addAll(known.mails());
        asked.add(known.name());
        asked.removeIf(words -> words.strip().length() < FEWEST_LETTERS || words.length() > LONGEST_ASKED);
        Map<RecordRef, RecordView> proposed = new LinkedHashMap<>();
        List<String> seen = metadata.types().stream()
                .filter(type -> TYPES.contains(type.name()))
                .map(type -> type.name())
                .toList();
        for (String type : seen) {
            asked.stream()
                    .limit(MOST_ASKED)
                    .flatMap(words ->
                            records.list(ListQuery.of(type).withText(words).limitedTo(PROPOSED)).items().stream())
                    .forEach(found -> proposed.put(found.ref(), found));
        }
        if (known.except() != null) {
            proposed.remove(known.except());
        }
        return proposed;
    }

    private static Known known(RecordView found) {
        return new Known(
                found.title(),
                text(found.value("company")),
                points(found.value("phones")),
                points(found.value("emails")),
                found.ref());
    }

    private static List<String> points(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(ContactPoint.class::isInstance)
                        .map(point -> ((ContactPoint) point).value())
                        .toList()
                : List.of();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
