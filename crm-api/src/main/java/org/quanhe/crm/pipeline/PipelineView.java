package org.quanhe.crm.pipeline;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * A pipeline: the stages that sales of one kind go through.
 *
 * @param code value that opportunities hold
 * @param name told in the reader's language
 * @param version rises with each change
 * @param stages the open ones in their order, then where sales are won and lost
 * @param reasons why they are
 * @param document see {@link Pipelines#change}
 */
public record PipelineView(
        String code,
        LocalizedMessage name,
        long version,
        List<Stage> stages,
        List<Reason> reasons,
        Map<String, Object> document) {
    public PipelineView {
        stages = List.copyOf(stages);
        reasons = List.copyOf(reasons);
        document = Collections.unmodifiableMap(document);
    }

    /** The stages on the way. */
    public List<Stage> open() {
        return stages.stream().filter(Stage::open).toList();
    }

    public Optional<Stage> stage(String code) {
        return stages.stream().filter(stage -> stage.code().equals(code)).findFirst();
    }

    /** Where new opportunities begin. */
    public Stage first() {
        return open().get(0);
    }

    /** Where sales are won, or lost. */
    public Stage ending(Stage.End end) {
        return stages.stream().filter(stage -> stage.end() == end).findFirst().orElseThrow();
    }
}
