package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.records.spi.ChoiceSource;

/** The pipelines, as the field of opportunities offers them. */
@ApplicationScoped
public class PipelineChoices implements ChoiceSource {
    @Inject
    private Ways ways;

    @Override
    public Set<String> fields() {
        return Set.of(Opportunity.TYPE + ".pipeline");
    }

    @Override
    public String version() {
        return Ways.VERSION;
    }

    @Override
    public List<Choice> choices() {
        return ways.rows().stream()
                .map(row -> new Choice(
                        row.code(), Ways.texts(JsonText.readMap(row.document()).get("name")), true))
                .toList();
    }
}
