package org.quanhe.crm.records.spi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.TimelineEntry;

/** What happened with records and what is planned; the capability that knows activities implements it. */
public interface ContactLog {
    /** Newest first. */
    List<TimelineEntry> timeline(RecordRef ref, @Nullable String before, int limit);

    /** True if records of the type are contacted at all. */
    boolean follows(String type);

    /** Contacts per week of each record, the current week last. */
    Map<Long, List<Integer>> rhythms(String type, List<Long> ids, int weeks);

    /** The open task or appointment that is due first, by record. */
    Map<Long, RecordView> nextSteps(String type, List<Long> ids);

    /**
     * When calls, messages and meetings about each record took place, without asking for rights: for what is counted of
     * all and told to nobody one by one.
     */
    Map<Long, List<Instant>> talks(String type, List<Long> ids);
}
