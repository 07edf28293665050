package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordVerbs;

/** Opportunities of stages that administrators remove; for them alone, whoever may see the records. */
@ApplicationScoped
public class Transfer {
    private static final int MOST = 10_000;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private TimeSource time;

    /** How many stand in each stage of a pipeline. */
    public Map<String, Long> standing(String pipeline) {
        Map<String, Long> standing = new HashMap<>();
        entities.createQuery(
                        "select r.stage, count(r) from Opportunity r"
                                + " where r.pipeline = :pipeline and r.deletedAt is null group by r.stage",
                        Object[].class)
                .setParameter("pipeline", pipeline)
                .getResultList()
                .forEach(row -> standing.put((String) row[0], (Long) row[1]));
        return standing;
    }

    /** Moves all of one stage to another. */
    void all(String pipeline, Stage from, Stage to) {
        List<Long> ids = entities.createQuery(
                        "select r.id from Opportunity r where r.pipeline = :pipeline and r.stage = :stage"
                                + " and r.deletedAt is null order by r.id",
                        Long.class)
                .setParameter("pipeline", pipeline)
                .setParameter("stage", from.code())
                .setMaxResults(MOST + 1)
                .getResultList();
        if (ids.size() > MOST) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT, LocalizedMessage.of("pipeline.error.tooMany", from.name(), MOST));
        }
        LocalizedMessage why = LocalizedMessage.of("pipeline.why.removed", from.name());
        for (long id : ids) {
            Opportunity opportunity = verbs.locked(Opportunity.class, new RecordRef(Opportunity.TYPE, id), null);
            verbs.act(Opportunity.TYPE, opportunity, why, () -> opportunity.transfer(to, time.now()));
        }
    }
}
