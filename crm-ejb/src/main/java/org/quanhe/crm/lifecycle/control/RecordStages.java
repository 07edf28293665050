package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.quanhe.crm.lifecycle.Fit;
import org.quanhe.crm.lifecycle.RecordStage;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.lifecycle.entity.StageStay;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.StagedRecord;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldScope;

/** Shows where a record stands, as far as the caller may read it. */
@ApplicationScoped
public class RecordStages {
    private static final int MOST_STAYS = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private StagesInForce inForce;

    @Inject
    private StageConditions conditions;

    @Inject
    private FitJudge judge;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    /** @param record that the caller may read */
    public RecordStage view(RecordTypeDescriptor type, StagedRecord record) {
        Stages stages = inForce.stages();
        String code = Objects.requireNonNullElse(record.getLifecycleStage(), "");
        Stage at = stages.heir(record.getLifecycleStage());
        Map<String, Object> values = RecordViews.values(type, record);
        FieldScope scope = access.fields(type.name());
        return new RecordStage(
                new RecordRef(type.name(), record.getId()),
                record.getVersion(),
                code,
                stages.title(code),
                Objects.requireNonNullElse(record.getStageSince(), Instant.EPOCH),
                stays(stages, record),
                stages.stages().stream()
                        .map(stage -> new RecordStage.Target(
                                stage.code(),
                                stage.title(),
                                stage.code().equals(code),
                                stage.code().equals(code)
                                        ? List.of()
                                        : conditions.unmet(stages, at, stage, type, values)))
                        .toList(),
                scope.writable(StagedRecord.STAGE) && verbs.mayWrite(type.name(), record),
                scope.readable(StagedRecord.FIT) ? judge.told(type, record) : Fit.NONE);
    }

    private List<RecordStage.Stay> stays(Stages stages, StagedRecord record) {
        List<StageStay> stays = entities.createQuery(
                        "select s from StageStay s where s.recordId = :id order by s.place desc", StageStay.class)
                .setParameter("id", record.getId())
                .setMaxResults(MOST_STAYS)
                .getResultList();
        Map<Long, String> names =
                views.names(stays.stream().map(StageStay::enteredBy).collect(Collectors.toSet()));
        return stays.stream()
                .map(stay -> new RecordStage.Stay(
                        stay.stage(),
                        stages.title(stay.stage()),
                        stay.enteredAt(),
                        stay.leftAt(),
                        names.getOrDefault(stay.enteredBy(), ""),
                        stay.byItself(),
                        stay.why()))
                .toList();
    }
}
