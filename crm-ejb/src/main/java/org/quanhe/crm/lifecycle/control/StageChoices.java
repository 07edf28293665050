package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanhe.crm.lifecycle.entity.LifecycleDocument;
import org.quanhe.crm.records.entity.StagedRecord;
import org.quanhe.crm.records.spi.ChoiceSource;

/** What the field {@code lifecycleStage} offers: the stages in force; of former ones only the names are told. */
@ApplicationScoped
public class StageChoices implements ChoiceSource {
    @Inject
    private StagesInForce inForce;

    @Override
    public Set<String> fields() {
        return StagesInForce.TYPES.stream()
                .map(type -> type + "." + StagedRecord.STAGE)
                .collect(Collectors.toSet());
    }

    @Override
    public String version() {
        return "select version from lifecycle where id = " + LifecycleDocument.STAGES;
    }

    @Override
    public List<Choice> choices() {
        Stages stages = inForce.stages();
        List<Choice> choices = new ArrayList<>();
        stages.stages().forEach(stage -> choices.add(new Choice(stage.code(), stage.names(), true)));
        stages.former().forEach((code, gone) -> choices.add(new Choice(code, gone.names(), false)));
        return choices;
    }
}
