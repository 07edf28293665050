package org.quanhe.crm.records.metadata;

import java.util.List;
import java.util.Optional;
import org.quanhe.crm.platform.Language;

/**
 * What administrators shaped, out of this system and into it as files: types and fields, and what goes with them. For
 * administrators; everybody else is refused with FORBIDDEN.
 */
public interface MetadataFiles {
    /** Bytes of the largest file that is brought in. */
    int LARGEST_FILE = 8_000_000;

    /**
     * What was shaped as a file that another server, or this one, can bring in: JSON in UTF-8, made to be read, the
     * same bytes for the same metadata. Retired types and fields are in it, so that keys never mean something else; of
     * records, such as teams, only names.
     *
     * @throws org.quanhe.crm.platform.CrmException INVALID for something that is not there
     */
    byte[] export(Selection selection);

    /** What files can take along beside types and fields, in order of kinds and names. */
    List<MovingThing> things();

    /**
     * What bringing that file in would do now; nothing changes. What the file names takes the place of what has its
     * name or key here, others stay as they are.
     *
     * @throws org.quanhe.crm.platform.CrmException INVALID if it is no such file, has what nobody knows, or was written
     *     in a newer format; TOO_LARGE beyond {@link #LARGEST_FILE}
     */
    Rehearsal rehearse(byte[] file, Fitting fitting);

    /**
     * Brings a file in as a draft. What names records that are not here arrives switched off or as a draft of its own.
     *
     * @param publish whether the draft is published at once
     * @param why reason for the history, may be empty
     * @return the draft, waiting or published; empty if the file changes nothing
     * @throws org.quanhe.crm.platform.CrmException as {@link #rehearse} and {@link MetadataEditing#publish}
     */
    Optional<Draft> importFile(byte[] file, boolean publish, String why, Fitting fitting);

    /** Sets that come with the application. */
    List<Starter> starters();

    /** The file of a starter set; NOT_FOUND if there is none of that name. */
    byte[] starterFile(String id);

    /**
     * Brings a starter set in: published at once where administrators have not shaped anything yet, else as a draft
     * that waits to be looked at.
     *
     * @param spoken language of names that are one text here
     * @return the draft; empty if the set changes nothing
     */
    Optional<Draft> loadStarter(String id, Language spoken);
}
