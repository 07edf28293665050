package org.quanhe.crm.scoring.control.criteria;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.model.Part;
import org.quanhe.crm.scoring.spi.Criterion;
import org.quanhe.crm.scoring.spi.CriterionKind;
import org.quanhe.crm.scoring.spi.LedgerLine;
import org.quanhe.crm.scoring.spi.LedgerLine.Evidence;
import org.quanhe.crm.scoring.spi.Prospect;

/**
 * How much is known: the share of fields that have a value, of all points, rounded half up. {@code {"kind":
 * "completeness", "fields": ["phone", "email", "company"], "points": 10}}.
 */
@ApplicationScoped
class CompletenessCriteria implements CriterionKind {
    @Override
    public String code() {
        return "completeness";
    }

    @Override
    public Criterion read(Basics about, Part part, RecordTypeView leads) {
        List<String> fields = part.names("fields");
        if (fields.isEmpty()) {
            part.wrong("fields", "records.error.required");
        }
        fields.stream()
                .filter(field -> leads.find(field).isEmpty())
                .forEach(field -> part.wrong("fields", "records.error.unknownField", field));
        return new Completeness(about, fields);
    }

    private record Completeness(Basics about, List<String> fields) implements Criterion {
        @Override
        public Optional<LedgerLine> judge(Prospect prospect, Instant now) {
            List<String> filled = fields.stream()
                    .filter(field -> prospect.values().get(field) != null)
                    .toList();
            int points = BigDecimal.valueOf((long) about.points() * filled.size())
                    .divide(BigDecimal.valueOf(fields.size()), 0, RoundingMode.HALF_UP)
                    .intValue();
            return points == 0
                    ? Optional.empty()
                    : Optional.of(LedgerLine.lasting(
                            about,
                            points,
                            now,
                            filled.stream()
                                    .map(field -> new Evidence(
                                            field,
                                            ValueText.of(prospect.values().get(field)),
                                            null))
                                    .toList()));
        }
    }
}
