package org.quanhe.crm.scoring.spi;

import java.util.Map;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.model.Part;

/** A kind of criterion: how it is written in models. A new kind is a new CDI bean. */
public interface CriterionKind {
    /** How models name it; {@code scoring.kind.<code>} is its text. */
    String code();

    /**
     * Reads one. What is wrong is told to the part, and the criterion that comes back is not used.
     *
     * @param about what every criterion has
     * @param part the rest of it
     * @param leads the record type that it is about
     */
    Criterion read(Basics about, Part part, RecordTypeView leads);

    /**
     * What every criterion has.
     *
     * @param key by which the ledger knows it
     * @param labels what people call it, by language tag
     * @param points what it counts, -100 to 100
     */
    record Basics(String key, Map<String, String> labels, int points) {}
}
