package org.quanhe.crm.scoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.scoring.SignalKind;
import org.quanhe.crm.scoring.entity.LeadSignal;
import org.quanhe.crm.scoring.spi.ShownInterest;

/** Reads when leads showed interest. */
@ApplicationScoped
public class SignalTimes implements ShownInterest {
    private static final Set<SignalKind> ENDINGS = EnumSet.of(SignalKind.REFUSED, SignalKind.LOST);

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Override
    public Map<Long, List<Instant>> of(Collection<Long> leads) {
        Map<Long, List<Instant>> times = new HashMap<>();
        if (!leads.isEmpty()) {
            entities.createQuery(
                            "select s from LeadSignal s where s.leadId in :leads and s.kind not in :endings"
                                    + " order by s.at, s.id",
                            LeadSignal.class)
                    .setParameter("leads", leads)
                    .setParameter("endings", ENDINGS)
                    .getResultStream()
                    .forEach(signal -> times.computeIfAbsent(signal.lead(), lead -> new ArrayList<>())
                            .add(signal.told().at()));
        }
        return times;
    }
}
