package org.quanhe.crm.lifecycle.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.lifecycle.entity.StageStay;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.entity.StagedRecord;

/**
 * The way of one record through the stages. What a person moved back stays there: a record does not come by itself to a
 * stage that it was in before.
 */
final class StageWay {
    private final Stays stays;
    private final Stages stages;
    private final RecordTypeView type;
    private final StagedRecord record;
    private final Instant now;
    private final long by;

    /** @param by number of the user, 0 where nobody is signed in */
    StageWay(Stays stays, Stages stages, RecordTypeView type, StagedRecord record, Instant now, long by) {
        this.stays = stays;
        this.stages = stages;
        this.type = type;
        this.record = record;
        this.now = now;
        this.by = by;
    }

    /**
     * A stage that the record came to by itself.
     *
     * @param from code of the stage before, null where it began
     */
    record Step(@Nullable String from, Stage to, LocalizedMessage why) {}

    /**
     * Goes as far as conditions say: from stage to stage, each time to the nearest later one that draws the record.
     *
     * @param values of the record; they follow
     * @return the stages that it came to, in their order
     */
    List<Step> follow(Map<String, Object> values) {
        List<Step> steps = new ArrayList<>();
        String before = record.getLifecycleStage();
        if (stages.find(before).isEmpty()) {
            LocalizedMessage why = before == null
                    ? LocalizedMessage.of("lifecycle.why.first")
                    : LocalizedMessage.of("lifecycle.why.gone", stages.title(before));
            steps.add(step(before, stages.heir(before), why, values));
        }
        Stage at = stages.find(record.getLifecycleStage()).orElseGet(stages::first);
        Optional<Stage> next = next(at, values);
        while (next.isPresent()) {
            LocalizedMessage why =
                    LocalizedMessage.of("lifecycle.why.drawn", next.get().title());
            steps.add(step(at.code(), next.get(), why, values));
            at = next.get();
            next = next(at, values);
        }
        return steps;
    }

    private Step step(@Nullable String from, Stage to, LocalizedMessage why, Map<String, Object> values) {
        enter(to, true, why);
        values.put(StagedRecord.STAGE, to.code());
        values.put(StagedRecord.SINCE, now);
        return new Step(from, to, why);
    }

    private Optional<Stage> next(Stage at, Map<String, Object> values) {
        List<Stage> drawing = stages.behind(at).stream()
                .filter(stage -> StageConditions.draws(stage, type, values))
                .toList();
        if (drawing.isEmpty() || !StageConditions.lets(at, type, values)) {
            return Optional.empty();
        }
        Set<String> been = stays.been(record);
        return drawing.stream().filter(stage -> !been.contains(stage.code())).findFirst();
    }

    /** The record is in that stage from now on; whoever calls has made sure that it may be. */
    void enter(Stage stage, boolean byItself, LocalizedMessage why) {
        stays.open(record).ifPresent(open -> open.leave(now));
        record.enter(stage.code(), now);
        RecordRef ref = new RecordRef(type.name(), record.getId());
        stays.add(new StageStay(ref, record.stagePlace(), stage.code(), now, by, byItself, why));
    }
}
