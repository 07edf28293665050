package org.quanhe.crm.records.metadata;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Changes of metadata while the system runs: written as a draft, looked at as a difference, published as a whole, taken
 * back by publishing an earlier version. For administrators; everybody else is refused with FORBIDDEN.
 *
 * <p>Publishing changes no stored value: a field that is retired keeps its values, and a field that becomes another
 * kind reads them as that kind as far as they can be read.
 */
public interface MetadataEditing {
    /** Bytes of the largest file that is brought in. */
    int LARGEST_FILE = 8_000_000;

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

    /**
     * Types and fields as a file that another server, or this one, can bring in: JSON in UTF-8, made to be read, the
     * same bytes for the same metadata. Retired types and fields are in it, so that keys never mean something else.
     *
     * @param types names of types; all that administrators shaped if empty
     * @throws org.quanhe.crm.platform.CrmException INVALID for a type that is not there
     */
    byte[] export(Collection<String> types);

    /**
     * What bringing that file in would do now; nothing changes. A type or field of the file takes the place of that of
     * its name or key here, others stay as they are.
     *
     * @throws org.quanhe.crm.platform.CrmException INVALID if it is no such file, has what nobody knows, or was written
     *     in a newer format; TOO_LARGE beyond {@link #LARGEST_FILE}
     */
    Rehearsal rehearse(byte[] file);

    /**
     * Brings a file in as a draft.
     *
     * @param publish whether the draft is published at once
     * @param why reason for the history, may be empty
     * @return the draft, waiting or published; empty if the file changes nothing
     * @throws org.quanhe.crm.platform.CrmException as {@link #rehearse} and {@link #publish}
     */
    Optional<Draft> importFile(byte[] file, boolean publish, String why);

    /** Sets that come with the application. */
    List<Starter> starters();

    /** The file of a starter set; NOT_FOUND if there is none of that name. */
    byte[] starterFile(String id);

    /**
     * Brings a starter set in: published at once where administrators have not shaped anything yet, else as a draft
     * that waits to be looked at.
     *
     * @return the draft; empty if the set changes nothing
     */
    Optional<Draft> loadStarter(String id);
}
