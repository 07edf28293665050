package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.spi.RecordRule;

/**
 * Every opportunity stands in a stage: a new one in that which it names, or in the first one of its pipeline; one that
 * comes back after its stage has gone, in the first one too.
 */
@ApplicationScoped
public class Placing implements RecordRule<Opportunity> {
    @Inject
    private Ways ways;

    @Inject
    private StageDemands demands;

    @Inject
    private TimeSource time;

    @Override
    public Class<Opportunity> guards() {
        return Opportunity.class;
    }

    @Override
    public void beforeSave(Opportunity opportunity) {
        if (!opportunity.placed()) {
            begin(opportunity);
        } else if (!opportunity.closed()
                && !opportunity.deleted()
                && ways.find(stage(opportunity)).isEmpty()) {
            PipelineView pipeline = pipeline(opportunity).orElseGet(() -> ways.named(""));
            opportunity.begin(pipeline.code(), pipeline.first(), time.now());
        }
    }

    private static String stage(Opportunity opportunity) {
        return Objects.requireNonNullElse(opportunity.getStage(), "");
    }

    private Optional<PipelineView> pipeline(Opportunity opportunity) {
        return ways.all().stream()
                .filter(known -> known.code().equals(opportunity.getPipeline()))
                .findFirst();
    }

    private void begin(Opportunity opportunity) {
        String named = Objects.requireNonNullElse(opportunity.getPipeline(), "");
        if (stage(opportunity).isEmpty()) {
            PipelineView pipeline = ways.named(named);
            enter(opportunity, pipeline, pipeline.first());
            return;
        }
        Ways.Placed placed = ways.find(stage(opportunity))
                .filter(found -> named.isEmpty() || found.pipeline().code().equals(named))
                .orElseThrow(
                        () -> CrmException.invalidField("stage", LocalizedMessage.of("pipeline.error.otherPipeline")));
        if (placed.stage().end() == Stage.End.LOST) {
            throw CrmException.invalidField("stage", LocalizedMessage.of("pipeline.error.beginsLost"));
        }
        enter(opportunity, placed.pipeline(), placed.stage());
    }

    private void enter(Opportunity opportunity, PipelineView pipeline, Stage stage) {
        demands.meet(opportunity, stage);
        if (stage.open()) {
            opportunity.begin(pipeline.code(), stage, time.now());
        } else {
            opportunity.begin(pipeline.code(), pipeline.first(), time.now());
            opportunity.win(stage, Optional.empty(), time.now());
        }
    }
}
