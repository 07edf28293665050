package org.quanhe.crm.audit.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.Audit;
import org.quanhe.crm.audit.AuditEntry;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.audit.entity.AuditLine;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.control.SeenTypes;

/** The audit of a record, for those who may see the record. */
@Stateless
@Local(Audit.class)
public class AuditService implements Audit {
    @Inject
    private AuditTrail trail;

    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seen;

    @Inject
    private RecordViews views;

    @Override
    public List<AuditEntry> of(RecordRef ref, @Nullable Long before, int limit) {
        if (views.visible(types.named(ref.type()), ref.id()) == null) {
            throw CrmException.notFound(ref);
        }
        List<Told> lines = told(ref, before == null ? Long.MAX_VALUE : before, Math.min(Math.max(limit, 1), 200));
        Map<Long, String> names =
                views.names(lines.stream().map(told -> told.line().by()).toList());
        return lines.stream()
                .map(told -> new AuditEntry(
                        told.line().id(),
                        ref,
                        told.line().at(),
                        names.getOrDefault(told.line().by(), ""),
                        told.line().action(),
                        told.changes(),
                        told.line().why(),
                        told.line().requestId()))
                .toList();
    }

    /** A line and what of it the caller may read. */
    private record Told(AuditLine line, List<FieldChange> changes) {}

    /** Goes on until the page is full: a change of which nothing may be told is left out. */
    private List<Told> told(RecordRef ref, long before, int limit) {
        List<Told> told = new ArrayList<>();
        long position = before;
        boolean more = true;
        while (more && told.size() < limit) {
            List<AuditLine> lines = trail.lines(ref, position, limit);
            for (AuditLine line : lines) {
                List<FieldChange> changes = seen.changes(ref.type(), AuditTrail.changes(line));
                if (told.size() < limit && !(changes.isEmpty() && line.action().equals(RecordWriter.CHANGED))) {
                    told.add(new Told(line, changes));
                }
                position = line.id();
            }
            more = lines.size() == limit;
        }
        return told;
    }
}
