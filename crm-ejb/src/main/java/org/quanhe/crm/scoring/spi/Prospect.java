package org.quanhe.crm.scoring.spi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.scoring.SignalKind;

/**
 * What is known of a lead when its score is worked out.
 *
 * @param type the record type of leads, with all its fields
 * @param values the lead's values by field
 * @param signals what the person did, oldest first
 * @param given points that people gave, oldest first
 */
public record Prospect(RecordTypeView type, Map<String, Object> values, List<Signal> signals, List<GivenPoints> given) {
    /** Something that the person did. */
    public record Signal(SignalKind kind, String about, Instant at) {}

    /** Points that somebody gave by hand. */
    public record GivenPoints(int points, String why, long by, Instant at) {}
}
