package org.quanhe.crm.activities;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.records.RecordView;

/** Cadences, for administrators and managers: their conditions name fields that others may not read. */
public interface Cadences {
    /** Most cadences that there are at once. */
    int MOST = 50;

    List<CadenceView> all();

    CadenceView one(long id);

    /**
     * A new one.
     *
     * @param document see {@link CadenceView#document}
     * @throws org.quanhe.crm.platform.CrmException INVALID, naming each place that is wrong
     */
    CadenceView create(Map<String, ?> document);

    /** @param version the version that was looked at; STALE where there is a newer one */
    CadenceView change(long id, @Nullable Long version, Map<String, ?> document);

    void remove(long id, @Nullable Long version);

    /** Most results of a portion. */
    int MOST_RESULTS = 200;

    /**
     * What came of its tasks, the newest first.
     *
     * @param cursor where the portion begins, null for the beginning; INVALID for what is no place of the list
     */
    Portion<Result> results(long id, @Nullable String cursor, int limit);

    /**
     * What came of a task.
     *
     * @param due day on which the contact was due
     * @param task the activity as the caller may see it
     */
    record Result(LocalDate due, RecordView task) {}
}
