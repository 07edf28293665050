package org.quanhe.crm.workingtime.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.audit.entity.AuditLine;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.workingtime.WorkingHours;
import org.quanhe.crm.workingtime.WorkingTime;
import org.quanhe.crm.workingtime.WorkingTimeView;
import org.quanhe.crm.workingtime.control.HoursDifference;
import org.quanhe.crm.workingtime.control.HoursReader;
import org.quanhe.crm.workingtime.entity.WorkingTimeRow;

/** The façade of working time. Every question reads the row: what was changed on another node holds here too. */
@Stateless
@Local(WorkingTime.class)
public class WorkingTimeService implements WorkingTime {
    private static final RecordRef REF = new RecordRef("working-time", WorkingTimeRow.ONLY);
    private static final int CHANGES_SHOWN = 10;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private RecordViews views;

    @Inject
    private TimeSource time;

    @Override
    public WorkingHours hours() {
        return read(entities.find(WorkingTimeRow.class, WorkingTimeRow.ONLY));
    }

    private static WorkingHours read(WorkingTimeRow row) {
        return HoursReader.read(JsonText.readMap(row.document()), zone());
    }

    private static ZoneId zone() {
        return ZoneId.of(Configuration.text(CrmSettings.TIME_ZONE));
    }

    @Override
    public WorkingTimeView shown() {
        return view(entities.find(WorkingTimeRow.class, WorkingTimeRow.ONLY));
    }

    private WorkingTimeView view(WorkingTimeRow row) {
        WorkingHours hours = read(row);
        Map<String, Object> document = HoursReader.document(hours);
        document.put("timeZone", hours.zone().getId());
        return new WorkingTimeView(
                hours, document, row.version(), access.caller().administrator() ? changes() : List.of());
    }

    private List<WorkingTimeView.Change> changes() {
        List<AuditLine> lines = audit.lines(REF, CHANGES_SHOWN);
        Map<Long, String> names = views.names(lines.stream().map(AuditLine::by).collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> new WorkingTimeView.Change(
                        line.at(), names.getOrDefault(line.by(), ""), AuditTrail.changes(line)))
                .toList();
    }

    @Override
    public WorkingTimeView change(Map<String, ?> document, @Nullable Long version) {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
        WorkingHours after = HoursReader.read(document, zone());
        WorkingTimeRow row = entities.find(WorkingTimeRow.class, WorkingTimeRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
        if (version != null && version != row.version()) {
            throw new CrmException(
                    CrmException.Kind.STALE, LocalizedMessage.of("records.error.stale", version, row.version()));
        }
        List<FieldChange> changes = HoursDifference.between(read(row), after);
        if (!changes.isEmpty()) {
            row.say(JsonText.write(HoursReader.document(after)));
            audit.note(REF, time.now(), access.caller().id(), "changed", changes, "");
            entities.flush();
        }
        return view(row);
    }
}
