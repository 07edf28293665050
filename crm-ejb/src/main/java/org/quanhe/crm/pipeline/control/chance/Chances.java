package org.quanhe.crm.pipeline.control.chance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.WinChance;
import org.quanhe.crm.pipeline.WinModel;
import org.quanhe.crm.pipeline.entity.ChanceModelRow;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.TimeSource;

/** What is known of chances, inside the caller's transaction. */
@ApplicationScoped
public class Chances {
    private static final Judgement NONE = new Judgement(Reckoned.NEVER, 0, 0, 0, null, null, null, List.of());

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private ChanceFollower follower;

    @Inject
    private ModelsKept models;

    @Inject
    private ChanceTold told;

    @Inject
    private TimeSource time;

    /** Of an opportunity that the caller may see: what was worked out with its field. */
    public WinChance of(Opportunity opportunity) {
        if (opportunity.closed()) {
            return new WinChance(null, false, LocalizedMessage.of("pipeline.chance.closed"), 0, List.of());
        }
        Reckoned kept = follower.kept(opportunity);
        Reckoned reckoned = kept == null ? follower.reckon(opportunity) : kept;
        Optional<ModelsKept.Learnt> learnt = models.of(Objects.requireNonNullElse(opportunity.getPipeline(), ""));
        return told.of(
                reckoned,
                learnt.map(ModelsKept.Learnt::judgement).orElse(NONE),
                learnt.flatMap(ModelsKept.Learnt::model)
                        .map(ChanceModel::scales)
                        .orElse(new Scales(Map.of(), Map.of())));
    }

    /** What was learnt of a pipeline. */
    public WinModel of(PipelineView pipeline) {
        ChanceModelRow row = entities.find(ChanceModelRow.class, pipeline.code());
        Optional<ModelsKept.Learnt> learnt = models.of(pipeline.code());
        Judgement judgement = learnt.map(ModelsKept.Learnt::judgement).orElse(NONE);
        return new WinModel(
                pipeline,
                learnt.map(ModelsKept.Learnt::number).orElse(0),
                judgement.used(),
                ChanceTold.why(judgement.reason(), judgement),
                judgement.won(),
                judgement.lost(),
                judgement.judged(),
                judgement.brier(),
                judgement.brierOfStages(),
                judgement.brierOfRates(),
                judgement.bins(),
                learnt.flatMap(ModelsKept.Learnt::used).map(told::weights).orElse(List.of()),
                row == null ? null : row.trainedAt(),
                row == null || row.waiting());
    }

    /** The model is to be worked out anew. */
    public void ask(PipelineView pipeline) {
        row(pipeline.code()).ask(time.now());
    }

    /** The stages of a pipeline say something else: opportunities without a model follow. */
    public void follow(String pipeline) {
        ChanceModelRow row = row(pipeline);
        if (row.number() > 0) {
            row.again();
        } else {
            row.ask(time.now());
        }
    }

    private ChanceModelRow row(String pipeline) {
        ChanceModelRow row = entities.find(ChanceModelRow.class, pipeline, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = new ChanceModelRow(pipeline);
            entities.persist(row);
        }
        return row;
    }
}
