package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.records.control.model.ModelTexts;
import org.quanhe.crm.records.spi.ChoiceSource;
import org.quanhe.crm.records.spi.ChoiceSource.Choice;

/** The fields whose choices people keep as data. */
@ApplicationScoped
public class ChosenFields {
    @Inject
    @Any
    private Instance<ChoiceSource> sources;

    @Inject
    private AfterCommit afterCommit;

    @Inject
    private Instance<MetadataActivation> activation;

    /** The choices as the database has them now, by field. */
    Map<String, List<Choice>> read() {
        Map<String, List<Choice>> byField = new HashMap<>();
        for (ChoiceSource source : sources) {
            List<Choice> choices = List.copyOf(source.choices());
            source.fields().forEach(field -> byField.put(field, choices));
        }
        return Map.copyOf(byField);
    }

    /** Somebody changes choices in this transaction: they are offered behind its commit. */
    public void changed() {
        afterCommit.run(() -> activation.get().catchUp());
    }

    /** Adds what the choices are called to the texts of the model. */
    static void tell(Map<String, List<Choice>> byField, Map<Language, Map<String, String>> texts) {
        byField.forEach((field, choices) -> choices.forEach(choice -> {
            for (Language language : Language.values()) {
                texts.get(language).put(field + "." + choice.code(), ModelTexts.in(language, choice.labels()));
            }
        }));
    }

    /** The codes that a field offers. */
    static List<String> offered(List<Choice> choices) {
        return choices.stream().filter(Choice::offered).map(Choice::code).toList();
    }
}
