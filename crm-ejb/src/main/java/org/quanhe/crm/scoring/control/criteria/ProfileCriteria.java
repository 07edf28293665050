package org.quanhe.crm.scoring.control.criteria;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordCondition;
import org.quanhe.crm.records.control.model.Part;
import org.quanhe.crm.scoring.spi.Criterion;
import org.quanhe.crm.scoring.spi.CriterionKind;
import org.quanhe.crm.scoring.spi.LedgerLine;
import org.quanhe.crm.scoring.spi.LedgerLine.Evidence;
import org.quanhe.crm.scoring.spi.Prospect;

/**
 * Who somebody is: a condition on the lead's fields, custom ones too. {@code {"kind": "profile", "when": "employees >=
 * 100", "points": 15}}. A condition that cannot be worked out, as one that divides by zero, counts nothing.
 */
@ApplicationScoped
class ProfileCriteria implements CriterionKind {
    @Override
    public String code() {
        return "profile";
    }

    @Override
    public Criterion read(Basics about, Part part, RecordTypeView leads) {
        String when = part.text("when", "");
        if (when.isEmpty()) {
            part.wrong("when", "records.error.required");
        } else {
            try {
                RecordCondition.parse(leads, when);
            } catch (CrmException wrong) {
                part.wrong("when", wrong.text().key(), wrong.text().args().toArray());
            }
        }
        return new Profile(about, when);
    }

    private record Profile(Basics about, String when) implements Criterion {
        @Override
        public Optional<LedgerLine> judge(Prospect prospect, Instant now) {
            RecordCondition condition;
            try {
                condition = RecordCondition.parse(prospect.type(), when);
            } catch (CrmException fieldIsGone) {
                return Optional.empty();
            }
            return condition.holds(prospect.values())
                    ? Optional.of(LedgerLine.lasting(about, about.points(), now, evidence(condition, prospect)))
                    : Optional.empty();
        }

        private static List<Evidence> evidence(RecordCondition condition, Prospect prospect) {
            List<Evidence> evidence = new ArrayList<>();
            condition.fields().stream().sorted().forEach(field -> {
                Object value = prospect.values().get(field);
                evidence.add(new Evidence(field, value == null ? "" : ValueText.of(value), null));
            });
            return evidence;
        }
    }
}
