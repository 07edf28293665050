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
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.control.Collation;
import org.quanhe.crm.records.control.ReadableInSql;
import org.quanhe.crm.search.control.SearchEngine;

/** The façade of doubles: the search proposes, within the caller's rights, and what is really equal decides. */
@Stateless
@Local(Doubles.class)
public class DoublesService implements Doubles {
    private static final String CUSTOMERS = "customers";
    private static final String KIND = "kind";
    private static final String ORGANISATION = "organisation";
    private static final List<String> TYPES = List.of(CUSTOMERS, "leads");
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

    @Inject
    private ReadableInSql readable;

    @Override
    public List<Match> like(Known known) {
        Likeness likeness = new Likeness(known, spelling());
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

    @Override
    public List<Match> organisations(String name) {
        boolean told = metadata.types().stream()
                .anyMatch(
                        type -> type.name().equals(CUSTOMERS) && type.find(KIND).isPresent());
        if (name.isBlank() || !told) {
            return List.of();
        }
        Likeness.Spelling spelling = spelling();
        Map<RecordRef, RecordView> found = new LinkedHashMap<>();
        // as it is written, from the database: the index may be a moment behind a colleague
        readable.query(
                        CUSTOMERS,
                        Filter.ALL,
                        "select r.id from Customer r where %s and r.kind = :kind and r.sortKey = :key order by r.id",
                        Long.class)
                .setParameter("kind", ORGANISATION)
                .setParameter("key", Collation.key(name.strip()))
                .setMaxResults(SHOWN)
                .getResultList()
                .forEach(id -> found.put(new RecordRef(CUSTOMERS, id), records.open(new RecordRef(CUSTOMERS, id))));
        records.list(ListQuery.of(CUSTOMERS)
                        .withText(name.substring(0, Math.min(name.length(), LONGEST_ASKED)))
                        .where(Filter.eq(KIND, ORGANISATION))
                        .limitedTo(PROPOSED))
                .items()
                .forEach(one -> found.putIfAbsent(one.ref(), one));
        return found.values().stream()
                .filter(one -> Likeness.sameOrganisation(name, one.title(), spelling))
                .limit(SHOWN)
                .map(one -> new Match(
                        one.ref(),
                        one.title(),
                        text(one.value("city")),
                        List.of(LocalizedMessage.of("dataquality.same.name"))))
                .toList();
    }

    private Likeness.Spelling spelling() {
        return new Likeness.Spelling(search.get()::spellings, search.get()::spellingsOfOrganisation);
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
