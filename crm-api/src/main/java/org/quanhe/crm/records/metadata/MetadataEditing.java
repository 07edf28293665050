package org.quanhe.crm.records.metadata;

import java.util.List;

/**
 * Changes of metadata while the system runs: written as a draft, looked at as a difference, published as a whole, taken
 * back by publishing an earlier version. For administrators; everybody else is refused with FORBIDDEN.
 *
 * <p>Publishing changes no stored value: a field that is retired keeps its values, and a field that becomes another
 * kind reads them as that kind as far as they can be read.
 */
public interface MetadataEditing {
    /** Number of the published version, 0 before the first one. */
    long number();

    /** What administrators added so far. */
    Model published();

    /** The model as the draft would make it. */
    Model draftModel(long id);

    /**
     * Keeps changes as a draft.
     *
     * @param changes documents such as {@code {"op": "addField", "type": "customers", "field": {…}}}; the kinds of
     *     changes are {@code addField, changeField, moveField, retireField, reviveField, addType, changeType,
     *     retireType, reviveType}; a field that formulas use is renamed with {@code "renameUses": true}
     * @throws org.quanhe.crm.platform.CrmException INVALID, naming every place that is wrong
     */
    Draft draft(List<?> changes, String why);

    /** Gives an open draft other changes. */
    Draft redraft(long id, List<?> changes, String why);

    /** One draft; NOT_FOUND if there is none. */
    Draft open(long id);

    /** Drafts that wait, newest first. */
    List<Draft> waiting();

    /** Gives a draft up. */
    void discard(long id);

    /** What publishing the draft would change now. */
    Difference difference(long id);

    /**
     * Publishes a draft: from the next call on, in this process and soon in all others, types and fields are as it
     * says.
     *
     * @param why reason for the history; the draft's own if empty
     * @throws org.quanhe.crm.platform.CrmException CONFLICT if another publishing is under way or the draft does not
     *     wait any more; INVALID if it does not fit what was published meanwhile, or if values forbid it (a unique
     *     field with doubles)
     */
    PublishedVersion publish(long id, String why);

    /** What was published, newest first. */
    List<PublishedVersion> versions();

    /** What bringing that version back would change now. */
    Difference restoring(long number);

    /** Publishes an earlier version again. */
    PublishedVersion restore(long number, String why);

    /** Keeps with a draft what stands in for records that its file named. */
    void standIn(long draft, List<Stand> instead);
}
