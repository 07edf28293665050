package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.entity.AutomationRule;
import org.quanhe.crm.platform.JsonText;

/** Writes automations down, once their documents are checked. */
@ApplicationScoped
public class AutomationBook {
    @Inject
    private Definitions definitions;

    @Inject
    private Secrets secrets;

    /**
     * Throws INVALID, naming every place that is wrong; then the automation is as it was.
     *
     * @param rule it has its number already
     */
    public void write(AutomationRule rule, Map<String, ?> document, String author, Instant at) {
        Definition definition = definitions.read(document);
        Map<String, Object> without = secrets.putAway(document, rule.id());
        rule.write(
                definition.name(), definition.type().name(), definition.active(), JsonText.write(without), author, at);
    }

    public Automations.Vocabulary vocabulary() {
        return new Automations.Vocabulary(definitions.triggerCodes(), definitions.actionCodes());
    }
}
