package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.automation.entity.AutomationRule;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.control.BrieflyKnown;
import org.quanhe.crm.platform.control.FreshReading;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.MetadataListener;

/** Automations that run, by record type; at most a second old where another process changed one. */
@ApplicationScoped
public class ActiveAutomations implements MetadataListener {
    private static final System.Logger LOG = System.getLogger(ActiveAutomations.class.getName());

    @Inject
    private FreshReading fresh;

    @Inject
    private Definitions definitions;

    @Inject
    private Access access;

    private final BrieflyKnown<Map<String, List<Active>>> known = new BrieflyKnown<>(Duration.ofSeconds(1));

    /** An automation and what its document says. */
    record Active(AutomationRule rule, Definition definition) {}

    List<Active> of(String type) {
        return known.get(this::read).getOrDefault(type, List.of());
    }

    /** Those of all types. */
    List<Active> all() {
        return known.get(this::read).values().stream().flatMap(List::stream).toList();
    }

    /** The next question reads anew. */
    public void forget() {
        known.forget();
    }

    @Override
    public void metadataChanged(boolean reshaped) {
        forget();
    }

    /** As their authors see the fields: whoever asks first, or nobody, may know less. */
    private Map<String, List<Active>> read() {
        Map<String, List<Active>> byType = new HashMap<>();
        List<AutomationRule> rules = fresh.of(entities -> entities.createQuery(
                        "select a from AutomationRule a where a.active = true order by a.id", AutomationRule.class)
                .getResultList());
        for (AutomationRule rule : rules) {
            try {
                byType.computeIfAbsent(rule.recordType(), type -> new ArrayList<>())
                        .add(new Active(rule, access.as(rule.author(), () -> definitions.read(rule.document()))));
            } catch (CrmException misfit) {
                LOG.log(Level.WARNING, "automation {0} does not fit the fields: {1}", rule.id(), misfit.getMessage());
            }
        }
        return byType;
    }
}
