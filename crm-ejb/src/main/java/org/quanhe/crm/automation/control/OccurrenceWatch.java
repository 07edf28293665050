package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Occurrences;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;

/** Begins the runs of what happens in other capabilities, in their transaction. */
@ApplicationScoped
public class OccurrenceWatch implements Occurrences {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private ActiveAutomations active;

    @Inject
    private RecordTypes types;

    @Inject
    private NewRuns runs;

    @Override
    public void happened(String trigger, RecordRef record, Predicate<Arguments> meant, LocalizedMessage why) {
        List<ActiveAutomations.Active> concerned = active.of(record.type()).stream()
                .filter(one -> one.definition().trigger().code().equals(trigger)
                        && meant.test(one.definition().on()))
                .toList();
        if (concerned.isEmpty()) {
            return;
        }
        RecordTypeDescriptor type = types.named(record.type());
        RecordEntity entity = type.find(entities, record.id(), LockModeType.NONE);
        if (entity != null) {
            Map<String, Object> values = RecordViews.values(type, entity);
            for (ActiveAutomations.Active one : concerned) {
                if (one.definition().condition().holds(values)) {
                    runs.begin(one, new NewRuns.Subject(record, entity.title(), values, why));
                }
            }
            runs.nudgeBehindTheCommit();
        }
    }
}
