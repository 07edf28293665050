package org.quanhe.crm.records;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;

/**
 * Reads and writes records of every type, within the caller's rights. One call is one transaction. What the caller may
 * not see does not exist for them: {@code NOT_FOUND}, never {@code FORBIDDEN}.
 *
 * <p>All methods throw {@link org.quanhe.crm.platform.CrmException}: INVALID for unknown types, fields, values; STALE
 * for a version that is not the current one; FORBIDDEN for what is seen but may not be changed.
 */
public interface Records {
    /** One record. */
    RecordView open(RecordRef ref);

    /** One page of a list. Orders without an index of the database, filters and words are answered by the index. */
    RecordPage list(ListQuery query);

    /** How many records the query finds, counted up to {@code cap}; {@code cap + 1} means more. */
    long count(ListQuery query, int cap);

    /**
     * Creates a record. Values are Java values as in {@link FieldKind}, or what {@link FieldValues} reads: texts for
     * every kind, maps and lists as JSON has them.
     */
    RecordView create(String type, Map<String, ?> values);

    /**
     * Creates a record once: who repeats the call within a day, with the same key and values, gets the record that the
     * first call made. It is a transaction of its own, whoever calls.
     *
     * @param key chosen by the caller, 1 to 200 characters
     * @throws org.quanhe.crm.platform.CrmException CONFLICT if the key came with other values before
     */
    RecordView createOnce(String type, Map<String, ?> values, String key);

    /**
     * Changes fields of a record.
     *
     * @param version the version the caller saw; null changes whatever is there
     * @param changes new values by field name; a null value empties the field
     * @param why reason for the audit, may be empty
     */
    RecordView change(RecordRef ref, @Nullable Long version, Map<String, @Nullable Object> changes, String why);

    /** Deletes a record. It leaves every list and the search at once. {@link #restore} brings it back. */
    void delete(RecordRef ref, @Nullable Long version, String why);

    /** Brings a deleted record back; for undo. The caller needs the right to delete it. */
    RecordView restore(RecordRef ref);

    /**
     * Changes many records alike; those that the caller may not change are counted, not changed. {@link #putBackAll} is
     * the undo.
     */
    BulkResult changeAll(String type, List<Long> ids, Map<String, @Nullable Object> changes, String why);

    /** Adds a tag to many records; {@link #putBackAll} is the undo. */
    BulkResult tagAll(String type, List<Long> ids, String tag);

    /**
     * Puts back what the caller replaced in many records. Those that were changed or deleted since stay and are
     * counted. No right to change is asked for: who gave records away may take them back.
     *
     * @param replaced as {@link #changeAll} and {@link #tagAll} gave it back
     */
    BulkResult putBackAll(String type, List<Replaced> replaced);

    /** Deletes many records. */
    BulkResult deleteAll(String type, List<Long> ids, String why);

    /** Restores many records; the undo of {@link #deleteAll}. */
    BulkResult restoreAll(String type, List<Long> ids);

    /**
     * What happened with a record, newest first: activities that point to it and changes of its fields.
     *
     * @param before id of an entry of an earlier page, null for the newest
     */
    List<TimelineEntry> timeline(RecordRef ref, @Nullable String before, int limit);

    /** Weekly contacts with a customer, oldest first; the last number is the current week. */
    List<Integer> rhythm(RecordRef ref, int weeks);

    /** Rhythms of a page of customers in one go, by id. */
    Map<Long, List<Integer>> rhythms(String type, List<Long> ids, int weeks);

    /** The next open task or appointment of each of the records, by id; absent where none is planned. */
    Map<Long, RecordView> nextSteps(String type, List<Long> ids);

    /**
     * Outcome of a change of many records.
     *
     * @param done ids that were changed
     * @param refused how many were not (no right, gone, or changed meanwhile)
     * @param replaced what the change replaced, for {@link #putBackAll}; nothing for records that were so before
     */
    record BulkResult(List<Long> done, int refused, List<Replaced> replaced) {}

    /**
     * What a change replaced in a record.
     *
     * @param version the version that the change made
     * @param values the values before, by field; null where a field was empty
     */
    record Replaced(long id, long version, Map<String, @Nullable Object> values) implements Serializable {}
}
