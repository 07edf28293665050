package org.quanhe.crm.search;

import java.util.List;
import org.quanhe.crm.platform.RecordRef;

/**
 * What each user opens, kept in the database: offered by the search box before anything is typed. Rights are asked
 * again whenever something is shown; what was deleted is forgotten.
 */
public interface OpenedRecords {
    /** The caller opened the record. */
    void opened(RecordRef ref);

    /** What the caller opened last, the newest first. */
    List<Opened> last(int most);

    /**
     * What the caller opens most. Each opening counts one, and half as much after every 14 days: what was opened daily
     * in spring makes room for what is opened daily now.
     */
    List<Opened> often(int most);

    /**
     * A record that was opened.
     *
     * @param ref its address
     * @param title its name now
     */
    record Opened(RecordRef ref, String title) {}
}
