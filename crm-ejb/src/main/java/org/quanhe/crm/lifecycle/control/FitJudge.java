package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.lifecycle.Fit;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.entity.StagedRecord;

/** Holds records against the profile of the ideal customer. */
@ApplicationScoped
public class FitJudge {
    @Inject
    private StagesInForce inForce;

    @Inject
    private SeenTypes seen;

    /**
     * Judges a record.
     *
     * @param values of the record; they follow
     * @return true if it is judged otherwise than before
     */
    boolean judge(RecordTypeDescriptor type, StagedRecord record, Map<String, Object> values) {
        String outcome = outcome(type, condition(type), values);
        if (Objects.equals(outcome, record.getFit())) {
            return false;
        }
        record.judged(outcome);
        if (outcome == null) {
            values.remove(StagedRecord.FIT);
        } else {
            values.put(StagedRecord.FIT, outcome);
        }
        return true;
    }

    private String condition(RecordTypeDescriptor type) {
        return inForce.ideal().getOrDefault(type.name(), "");
    }

    private static @Nullable String outcome(RecordTypeDescriptor type, String condition, Map<String, Object> values) {
        if (condition.isBlank()) {
            return null;
        }
        return StageConditions.holds(type.view(), condition, values) ? StagedRecord.FITS : StagedRecord.FITS_NOT;
    }

    /** The outcome that a record has, and the criteria that led to it, for the caller. */
    Fit told(RecordTypeDescriptor type, StagedRecord record) {
        String condition = condition(type);
        String held = Objects.requireNonNullElse(record.getFit(), "");
        if (condition.isBlank()) {
            return held.isEmpty() ? Fit.NONE : new Fit(held, true, List.of());
        }
        Map<String, Object> values = RecordViews.values(type, record);
        String now = Objects.requireNonNullElse(outcome(type, condition, values), "");
        boolean fits = now.equals(StagedRecord.FITS);
        List<Fit.Criterion> criteria = Criteria.of(type, seen.of(type).view(), condition, values).stream()
                .map(part -> new Fit.Criterion(part.words(), part.met(), part.met() == fits))
                .toList();
        return new Fit(held, !held.equals(now), criteria);
    }
}
