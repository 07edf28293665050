package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.records.spi.ChoiceSource;

/**
 * The reasons of all pipelines, as the field of opportunities offers them; one that two pipelines have is called as in
 * the first.
 */
@ApplicationScoped
public class ReasonChoices implements ChoiceSource {
    @Inject
    private Ways ways;

    @Override
    public Set<String> fields() {
        return Set.of(Opportunity.TYPE + ".reason");
    }

    @Override
    public String version() {
        return Ways.VERSION;
    }

    @Override
    public List<Choice> choices() {
        Map<String, Choice> choices = new LinkedHashMap<>();
        ways.all().forEach(pipeline -> pipeline.reasons()
                .forEach(
                        reason -> choices.putIfAbsent(reason.code(), new Choice(reason.code(), reason.names(), true))));
        ways.remembered(PipelineBook.REASONS)
                .forEach((code, names) -> choices.putIfAbsent(code, new Choice(code, names, false)));
        return List.copyOf(choices.values());
    }
}
