package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.StagedRecord;
import org.quanhe.crm.records.spi.Access;

/** Moves of records by people, inside the caller's transaction. */
@ApplicationScoped
public class StageMoves {
    private static final int LONGEST_REASON = 500;
    private static final int SHOWN = 60;

    @Inject
    private StagesInForce inForce;

    @Inject
    private StageConditions conditions;

    @Inject
    private StageWalk walk;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private Access access;

    /** See {@link org.quanhe.crm.lifecycle.Lifecycle#move}; a record that stands there already stays as it is. */
    public StagedRecord move(
            RecordTypeDescriptor type, RecordRef ref, @Nullable Long version, String stage, String why) {
        StagedRecord record = verbs.locked(StagedRecord.class, ref, version);
        verbs.demandWritable(type.name(), record);
        if (!access.fields(type.name()).writable(StagedRecord.STAGE)) {
            throw CrmException.forbidden("records.error.mayNotChange", record.title());
        }
        Stages stages = inForce.stages();
        Stage to = stages.find(stage)
                .orElseThrow(() -> CrmException.invalidField(
                        "stage", LocalizedMessage.of("lifecycle.error.unknownStage", shortened(stage, SHOWN))));
        if (to.code().equals(record.getLifecycleStage())) {
            return record;
        }
        Stage from = stages.heir(record.getLifecycleStage());
        List<Violation> unmet = conditions.unmet(stages, from, to, type, RecordViews.values(type, record)).stream()
                .map(part -> new Violation("stage", part))
                .toList();
        if (!unmet.isEmpty()) {
            throw CrmException.invalid(unmet);
        }
        LocalizedMessage told = LocalizedMessage.verbatim(shortened(why.strip(), LONGEST_REASON));
        verbs.act(type.name(), record, told, () -> walk.bring(type, record, to, told));
        return record;
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "…" : text;
    }
}
