package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.automation.RunView;
import org.quanhe.crm.automation.entity.AutomationRun;
import org.quanhe.crm.automation.spi.WaitingRuns;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;

/** Ends runs that wait with a record, inside the caller's transaction. */
@ApplicationScoped
public class WaitingRunsBook implements WaitingRuns {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Definitions definitions;

    @Inject
    private RecordTypes types;

    @Inject
    private TimeSource time;

    @Override
    public List<Long> of(RecordRef record) {
        return entities.createQuery(
                        "select r.id from AutomationRun r where r.recordType = :type and r.recordId = :id"
                                + " and r.state = :waiting order by r.id",
                        Long.class)
                .setParameter("type", record.type())
                .setParameter("id", record.id())
                .setParameter("waiting", RunView.State.WAITING)
                .getResultList();
    }

    @Override
    public int end(List<Long> runs, RecordRef record, String field, LocalizedMessage why) {
        int ended = 0;
        for (long number : runs) {
            AutomationRun run = entities.find(AutomationRun.class, number, LockModeType.PESSIMISTIC_WRITE);
            if (run != null && run.waiting() && !stays(run, record, field)) {
                run.stop(time.now());
                run.say(time.now(), why);
                ended++;
            }
        }
        return ended;
    }

    private boolean stays(AutomationRun run, RecordRef record, String field) {
        RecordTypeDescriptor type = types.named(record.type());
        RecordEntity entity = type.find(entities, record.id(), LockModeType.NONE);
        try {
            Definition definition = definitions.read(run.document());
            Map<String, Object> values = entity == null ? Map.of() : RecordViews.values(type, entity);
            return definition.condition().fields().contains(field)
                    && definition.condition().holds(values);
        } catch (CrmException fieldIsGone) {
            return false;
        }
    }
}
