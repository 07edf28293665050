package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.RecordRule;

/** The rules of capabilities over the records that they guard. */
@ApplicationScoped
public class RecordRules {
    @Inject
    @Any
    private Instance<RecordRule<?>> rules;

    /** Asks every rule that guards the record; throws what one refuses with. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    void obey(RecordEntity entity) {
        for (RecordRule rule : rules) {
            if (rule.guards().isInstance(entity)) {
                rule.beforeSave(entity);
            }
        }
    }
}
