package org.quanhe.crm.lifecycle;

import java.time.LocalDate;
import java.util.List;
import org.quanhe.crm.records.RecordView;

/** How records go through the stages. Only what the caller may read is counted and told. */
public interface Journeys {
    /** Which records of a stage are asked for. */
    enum Which {
        /** All that ever came to it. */
        ENTERED,
        /** Those that never came to a later stage. */
        DROPPED,
        /** Those that stand there now. */
        STANDING
    }

    /**
     * The journeys of records that were first touched in a period.
     *
     * @param from first day, in the time zone of the installation
     * @param to last day
     * @throws org.quanhe.crm.platform.CrmException INVALID for a type that takes no part, or a last day before the
     *     first
     */
    JourneyMap map(String type, LocalDate from, LocalDate to);

    /**
     * The records behind a figure of the map, in the order of their numbers.
     *
     * @param behind number of the last record that is known; 0 for the first page
     * @param limit at most 200
     */
    List<RecordView> records(
            String type, LocalDate from, LocalDate to, String stage, Which which, long behind, int limit);
}
