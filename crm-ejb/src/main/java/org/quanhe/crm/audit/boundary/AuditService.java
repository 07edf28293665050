package org.quanhe.crm.audit.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.Audit;
import org.quanhe.crm.audit.AuditEntry;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.audit.entity.AuditLine;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;

/** The audit of a record, for those who may see the record. */
@Stateless
@Local(Audit.class)
public class AuditService implements Audit {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordViews views;

    @Override
    public List<AuditEntry> of(RecordRef ref, @Nullable Long before, int limit) {
        if (views.visible(types.named(ref.type()), ref.id()) == null) {
            throw CrmException.notFound(ref);
        }
        List<AuditLine> lines = entities.createQuery(
                        "select l from AuditLine l where l.recordId = :id and l.recordType = :type and l.id < :before"
                                + " order by l.id desc",
                        AuditLine.class)
                .setParameter("id", ref.id())
                .setParameter("type", ref.type())
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(Math.min(Math.max(limit, 1), 200))
                .getResultList();
        Map<Long, String> names = views.names(lines.stream().map(AuditLine::by).toList());
        return lines.stream()
                .map(line -> new AuditEntry(
                        line.id(),
                        ref,
                        line.at(),
                        names.getOrDefault(line.by(), ""),
                        line.action(),
                        AuditTrail.changes(line),
                        line.why(),
                        line.requestId()))
                .toList();
    }
}
