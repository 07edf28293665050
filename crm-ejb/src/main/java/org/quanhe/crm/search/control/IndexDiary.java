package org.quanhe.crm.search.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.audit.entity.AuditLine;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.search.IndexReason;
import org.quanhe.crm.search.IndexReport;
import org.quanhe.crm.search.IndexReport.Difference;
import org.quanhe.crm.search.IndexWork;

/**
 * What was done to the index, as lines of the audit. A line's changes are counts: {@code customers.missing} from 3 to 0
 * says that the index lacked three customers and lacks none now.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IndexDiary {
    private static final RecordRef INDEX = new RecordRef("index", 0);
    private static final String REASON = "reason";
    private static final String BEGAN = "began";
    private static final String RECORDS = "records";
    private static final String FAILED = "-failed";

    @Inject
    private AuditTrail audit;

    @Inject
    private RecordViews views;

    @Inject
    private TimeSource time;

    /** Notes what has just ended. */
    public void note(IndexTask task, boolean done, long records, List<Difference> differences) {
        List<FieldChange> changes = new ArrayList<>();
        changes.add(new FieldChange(REASON, "", task.reason().name()));
        changes.add(new FieldChange(BEGAN, "", task.since().toString()));
        changes.add(new FieldChange(RECORDS, "", Long.toString(records)));
        differences.forEach(difference -> changes.add(new FieldChange(
                difference.type() + '.' + difference.kind().name().toLowerCase(Locale.ROOT),
                Long.toString(difference.found()),
                Long.toString(difference.left()))));
        String action = task.kind().name().toLowerCase(Locale.ROOT) + (done ? "" : FAILED);
        audit.note(INDEX, time.now(), task.by(), action, changes, "");
    }

    /** What was done last, newest first. */
    public List<IndexReport> last(int most) {
        List<AuditLine> lines = audit.lines(INDEX, most);
        Map<Long, String> names = views.names(lines.stream().map(AuditLine::by).collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> report(line, names.getOrDefault(line.by(), "")))
                .toList();
    }

    private static IndexReport report(AuditLine line, String by) {
        IndexReason reason = IndexReason.ASKED;
        Instant began = line.at();
        long records = 0;
        List<Difference> differences = new ArrayList<>();
        for (FieldChange change : AuditTrail.changes(line)) {
            switch (change.field()) {
                case REASON -> reason = IndexReason.valueOf(change.after());
                case BEGAN -> began = Instant.parse(change.after());
                case RECORDS -> records = Long.parseLong(change.after());
                default -> differences.add(difference(change));
            }
        }
        String kind = line.action().replace(FAILED, "").toUpperCase(Locale.ROOT);
        return new IndexReport(
                IndexWork.Kind.valueOf(kind),
                reason,
                by,
                began,
                line.at(),
                !line.action().endsWith(FAILED),
                records,
                differences);
    }

    private static Difference difference(FieldChange change) {
        int point = change.field().lastIndexOf('.');
        return new Difference(
                change.field().substring(0, point),
                Difference.Kind.valueOf(change.field().substring(point + 1).toUpperCase(Locale.ROOT)),
                Long.parseLong(change.before()),
                Long.parseLong(change.after()));
    }
}
