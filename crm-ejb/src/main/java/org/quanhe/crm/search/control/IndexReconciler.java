package org.quanhe.crm.search.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.search.IndexReport.Difference;
import org.quanhe.crm.search.spi.IndexChange;
import org.quanhe.crm.search.spi.SearchBackend;

/**
 * Holds the index against the database, number and version of every record, and mends what differs. People go on
 * working meanwhile: what they change in this moment is on its way and no difference.
 */
@ApplicationScoped
class IndexReconciler {
    private static final int PORTION = 5_000;
    private static final int MOST_AT_ONCE = 200;
    private static final int ATTEMPTS = 20;
    private static final long BETWEEN_ATTEMPTS_MILLIS = 250;

    @Inject
    private SearchEngine engine;

    @Inject
    private IndexSource source;

    @Inject
    private IndexKeeper keeper;

    /** A record of which index and database say different things, null where one does not have it. */
    private record Finding(
            long id, @Nullable Long stored, @Nullable Long indexed) {
        Difference.Kind kind() {
            return indexed == null
                    ? Difference.Kind.MISSING
                    : stored == null ? Difference.Kind.FOREIGN : Difference.Kind.STALE;
        }
    }

    /**
     * Goes through a type and mends what differs.
     *
     * @param done is told of records gone through
     */
    List<Difference> reconcile(String type, LongConsumer done) {
        Map<Difference.Kind, long[]> counts = new EnumMap<>(Difference.Kind.class);
        long behind = Long.MIN_VALUE;
        while (behind < Long.MAX_VALUE) {
            SortedMap<Long, Long> stored = source.versions(type, behind, PORTION);
            SortedMap<Long, Long> indexed = engine.get().versions(type, behind, PORTION);
            // what one side has beyond the end of the other is compared with the next portion
            behind = Math.min(end(stored), end(indexed));
            for (List<Long> some : parts(differing(upTo(behind, stored), upTo(behind, indexed)))) {
                mend(type, findings(type, some), counts);
            }
            done.accept(upTo(behind, stored).size());
        }
        List<Difference> differences = new ArrayList<>();
        counts.forEach((kind, count) -> differences.add(new Difference(type, kind, count[0], count[1])));
        return differences;
    }

    private static long end(SortedMap<Long, Long> portion) {
        return portion.size() < PORTION ? Long.MAX_VALUE : portion.lastKey();
    }

    private static SortedMap<Long, Long> upTo(long end, SortedMap<Long, Long> portion) {
        return end == Long.MAX_VALUE ? portion : portion.headMap(end + 1);
    }

    private static Set<Long> differing(Map<Long, Long> stored, Map<Long, Long> indexed) {
        Set<Long> differing = new HashSet<>();
        stored.forEach((id, version) -> {
            if (!version.equals(indexed.get(id))) {
                differing.add(id);
            }
        });
        indexed.keySet().stream().filter(id -> !stored.containsKey(id)).forEach(differing::add);
        return differing;
    }

    private static List<List<Long>> parts(Collection<Long> ids) {
        List<Long> all = new ArrayList<>(ids);
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            parts.add(all.subList(from, Math.min(from + MOST_AT_ONCE, all.size())));
        }
        return parts;
    }

    /** Those of the suspects that differ, although nothing is on its way that would mend them by itself. */
    private List<Finding> findings(String type, List<Long> suspects) {
        List<Finding> findings = new ArrayList<>();
        List<Long> open = suspects;
        for (int attempt = 0; attempt < ATTEMPTS && !open.isEmpty(); attempt++) {
            if (attempt > 0) {
                pause();
            }
            open = judge(type, open, findings);
        }
        return findings;
    }

    /** Adds what is sure, and returns those that somebody is changing. */
    private List<Long> judge(String type, List<Long> suspects, List<Finding> findings) {
        IndexSource.Stand stand = source.stand(type, suspects);
        Set<Long> onTheirWay = onTheirWay(stand);
        SearchBackend index = engine.get();
        List<Long> open = new ArrayList<>();
        Map<Long, Finding> differing = new LinkedHashMap<>();
        for (Long id : suspects) {
            Long stored = stand.versions().get(id);
            Long indexed = index.version(new RecordRef(type, id));
            if (onTheirWay.contains(id)) {
                open.add(id);
            } else if (!Objects.equals(stored, indexed)) {
                differing.put(id, new Finding(id, stored, indexed));
            }
        }
        if (differing.isEmpty()) {
            return open;
        }
        // The index learns of a version behind its commit: if the database has moved on, an edit came in between.
        Map<Long, Long> since = source.stand(type, differing.keySet()).versions();
        differing.forEach((id, finding) -> {
            if (Objects.equals(since.get(id), finding.stored())) {
                findings.add(finding);
            } else {
                open.add(id);
            }
        });
        return open;
    }

    private Set<Long> onTheirWay(IndexSource.Stand stand) {
        Set<Long> applied = keeper.appliedRows();
        Set<Long> records = new HashSet<>();
        stand.rows().forEach((row, ids) -> {
            if (!applied.contains(row)) {
                records.addAll(ids);
            }
        });
        return records;
    }

    private void mend(String type, List<Finding> findings, Map<Difference.Kind, long[]> counts) {
        if (findings.isEmpty()) {
            return;
        }
        Map<Long, Finding> byId = new LinkedHashMap<>();
        findings.forEach(finding -> byId.put(finding.id(), finding));
        List<IndexChange> mends = new ArrayList<>();
        for (IndexChange right : source.changes(type, List.copyOf(byId.keySet()))) {
            Finding finding = Objects.requireNonNull(byId.get(right.ref().id()));
            mends.add(new IndexChange.Mend(
                    right.ref(), finding.indexed(), right instanceof IndexChange.Put put ? put.document() : null));
        }
        keeper.apply(mends);
        SearchBackend index = engine.get();
        for (Finding finding : findings) {
            long[] count = counts.computeIfAbsent(finding.kind(), kind -> new long[2]);
            count[0]++;
            if (Objects.equals(finding.indexed(), index.version(new RecordRef(type, finding.id())))) {
                count[1]++;
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_ATTEMPTS_MILLIS);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
