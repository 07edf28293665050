package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.leads.HandoverSettings;
import org.quanhe.crm.leads.entity.HandoverSettingsRow;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.spi.Access;

/** How leads find their way to sales, as it is written down. */
@ApplicationScoped
public class HandoverSettingsBook {
    private static final RecordRef REF = new RecordRef("handover-settings", HandoverSettingsRow.ONLY);

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private TeamMembers members;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private TimeSource time;

    public HandoverSettings shown() {
        access.caller();
        return view(entities.find(HandoverSettingsRow.class, HandoverSettingsRow.ONLY));
    }

    /** Replaces it, by managers and administrators. */
    public HandoverSettings change(Map<String, ?> document, @Nullable Long version) {
        if (!access.caller().administrator() && !access.caller().roles().contains(Role.MANAGER)) {
            throw CrmException.forbidden("leads.error.managersOnly");
        }
        HandoverPlan.read(document, types.named(HandoverBook.LEADS).view(), team -> members.name(team)
                .isPresent());
        HandoverSettingsRow row =
                entities.find(HandoverSettingsRow.class, HandoverSettingsRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
        if (version != null && version != row.version()) {
            throw new CrmException(
                    CrmException.Kind.STALE, LocalizedMessage.of("records.error.stale", version, row.version()));
        }
        String after = JsonText.write(document);
        if (!JsonText.readMap(after).equals(JsonText.readMap(row.document()))) {
            audit.note(
                    REF,
                    time.now(),
                    access.caller().id(),
                    "changed",
                    List.of(new FieldChange("document", row.document(), after)),
                    "");
            row.say(after);
            entities.flush();
        }
        return view(row);
    }

    private HandoverSettings view(HandoverSettingsRow row) {
        return new HandoverSettings(HandoverPlan.whole(JsonText.readMap(row.document())), row.version());
    }
}
