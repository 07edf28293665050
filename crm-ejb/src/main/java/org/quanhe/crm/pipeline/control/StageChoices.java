package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.records.spi.ChoiceSource;

/** The stages of all pipelines, as the field of opportunities offers them; history tells of those that went. */
@ApplicationScoped
public class StageChoices implements ChoiceSource {
    @Inject
    private Ways ways;

    @Override
    public Set<String> fields() {
        return Set.of(Opportunity.TYPE + ".stage");
    }

    @Override
    public String version() {
        return Ways.VERSION;
    }

    @Override
    public List<Choice> choices() {
        Map<String, Choice> choices = new LinkedHashMap<>();
        ways.all().forEach(pipeline -> pipeline.stages()
                .forEach(stage -> choices.put(stage.code(), new Choice(stage.code(), stage.names(), true))));
        ways.remembered(PipelineBook.STAGES)
                .forEach((code, names) -> choices.putIfAbsent(code, new Choice(code, names, false)));
        return List.copyOf(choices.values());
    }
}
