package org.quanhe.crm.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.entity.AuditLine;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.RequestContext;

/** Writes the audit inside the transaction that it tells of, and reads it, without asking for rights. */
@ApplicationScoped
public class AuditTrail {
    private static final int LONGEST_VALUE = 2_000;
    private static final int LONGEST_WHY = 500;
    private static final int AT_ONCE = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    /** @param why as somebody wrote it, may be empty */
    public void note(RecordRef ref, Instant at, long by, String action, List<FieldChange> changes, String why) {
        note(ref, at, by, action, changes, LocalizedMessage.verbatim(why));
    }

    /** @param why told in the language of whoever reads it */
    public void note(
            RecordRef ref, Instant at, long by, String action, List<FieldChange> changes, LocalizedMessage why) {
        List<List<String>> told = new ArrayList<>(changes.size());
        for (FieldChange change : changes) {
            told.add(List.of(change.field(), cut(change.before()), cut(change.after())));
        }
        String request = RequestContext.requestId();
        entities.persist(new AuditLine(
                ref.type(),
                ref.id(),
                at,
                by,
                action,
                JsonText.write(told),
                why.asWritten().map(AuditTrail::shortened).orElse(why),
                request.length() > 60 ? request.substring(0, 60) : request));
    }

    /** Lines of a record, newest first. */
    public List<AuditLine> lines(RecordRef ref, int limit) {
        return lines(ref, Long.MAX_VALUE, limit);
    }

    /**
     * Lines of a record, newest first.
     *
     * @param before number of a line; those behind it are asked for
     */
    public List<AuditLine> lines(RecordRef ref, long before, int limit) {
        return entities.createQuery(
                        "select l from AuditLine l where l.recordId = :id and l.recordType = :type and l.id < :before"
                                + " order by l.id desc",
                        AuditLine.class)
                .setParameter("id", ref.id())
                .setParameter("type", ref.type())
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Changes of records behind a moment, oldest first; the line says when, and what was there before.
     *
     * @param since by number of the record
     */
    public List<AuditLine> since(String type, Map<Long, Instant> since) {
        List<Long> ids = List.copyOf(since.keySet());
        List<AuditLine> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            Instant earliest =
                    some.stream().map(since::get).min(Instant::compareTo).orElseThrow();
            entities.createQuery(
                            "select l from AuditLine l where l.recordId in :ids and l.recordType = :type"
                                    + " and l.at > :earliest order by l.id",
                            AuditLine.class)
                    .setParameter("ids", some)
                    .setParameter("type", type)
                    .setParameter("earliest", earliest)
                    .setHint("eclipselink.read-only", true)
                    .getResultStream()
                    .filter(line -> line.at().isAfter(since.get(line.recordId())))
                    .forEach(found::add);
        }
        return found;
    }

    /** The changes of a line. */
    public static List<FieldChange> changes(AuditLine line) {
        List<FieldChange> changes = new ArrayList<>();
        for (Object entry : JsonText.readList(line.changes())) {
            List<?> parts = (List<?>) entry;
            changes.add(new FieldChange(
                    parts.get(0).toString(),
                    parts.get(1).toString(),
                    parts.get(2).toString()));
        }
        return changes;
    }

    private static LocalizedMessage shortened(String why) {
        return LocalizedMessage.verbatim(why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY) : why);
    }

    private static String cut(String value) {
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }
}
