package org.quanhe.crm.identity.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.identity.FieldRight;
import org.quanhe.crm.identity.FieldRights;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.control.RoleAccess;
import org.quanhe.crm.identity.control.RoleFields;
import org.quanhe.crm.identity.control.UserDirectory;
import org.quanhe.crm.identity.entity.FieldRightRow;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.FieldDescriptor;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;

/** Rights of roles on fields. */
@Stateless
@Local(FieldRights.class)
public class FieldRightsService implements FieldRights {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RoleAccess access;

    @Inject
    private RoleFields roleFields;

    @Inject
    private RecordTypes types;

    @Inject
    private UserDirectory directory;

    @Inject
    private AuditTrail audit;

    @Inject
    private TimeSource time;

    @Override
    public List<FieldRight> of(Role role, String type) {
        administratorsOnly();
        RecordTypeDescriptor descriptor = types.named(type);
        return descriptor.fields().values().stream()
                .map(field -> roleFields.right(role, descriptor, field))
                .toList();
    }

    @Override
    public List<String> alwaysRead(String type) {
        administratorsOnly();
        return types.named(type).fields().values().stream()
                .filter(RoleFields::alwaysRead)
                .map(FieldDescriptor::name)
                .toList();
    }

    @Override
    public void set(List<FieldRight> rights) {
        administratorsOnly();
        List<FieldChange> changes = new ArrayList<>();
        for (FieldRight right : rights) {
            RecordTypeDescriptor type = types.named(right.type());
            FieldDescriptor field = checked(type, right);
            FieldRight before = roleFields.right(right.role(), type, field);
            keep(FieldRightRow.id(right.role(), right.type(), RoleFields.key(type, field)), right);
            String told = right.role().code() + "/" + right.type() + "." + right.field();
            if (!before.equals(right)) {
                changes.add(new FieldChange(told, told(before), told(right)));
            }
        }
        entities.flush();
        directory.forget();
        if (!changes.isEmpty()) {
            audit.note(
                    new RecordRef("rights", rights.get(0).role().ordinal()),
                    time.now(),
                    access.caller().id(),
                    "changed",
                    changes,
                    "");
        }
    }

    /** What is not taken away needs no row. */
    private void keep(String id, FieldRight right) {
        if (!right.whole()) {
            entities.merge(new FieldRightRow(id, right.read(), right.write()));
            return;
        }
        FieldRightRow row = entities.find(FieldRightRow.class, id);
        if (row != null) {
            entities.remove(row);
        }
    }

    private static FieldDescriptor checked(RecordTypeDescriptor type, FieldRight right) {
        if (right.role() == Role.ADMINISTRATOR) {
            throw CrmException.invalid("identity.error.administratorRights");
        }
        FieldDescriptor field = type.fields().get(right.field());
        if (field == null) {
            throw CrmException.invalidField(right.field(), LocalizedMessage.of("records.error.unknownField"));
        }
        if (!right.read() && RoleFields.alwaysRead(field)) {
            throw CrmException.invalidField(right.field(), LocalizedMessage.of("identity.error.alwaysRead"));
        }
        if (right.write() && !right.read()) {
            throw CrmException.invalidField(right.field(), LocalizedMessage.of("identity.error.writeUnread"));
        }
        return field;
    }

    private static String told(FieldRight right) {
        return right.write() ? "read, write" : right.read() ? "read" : "–";
    }

    private void administratorsOnly() {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
    }
}
