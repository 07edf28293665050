package org.quanhe.crm.identity.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import org.quanhe.crm.identity.Explanations;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.RoleRight;
import org.quanhe.crm.identity.Verdict;
import org.quanhe.crm.identity.control.RoleAccess;
import org.quanhe.crm.identity.entity.User;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.FieldScope;

/** Asks the place that decides, as the user; what it answers is put into words elsewhere. */
@Stateless
@Local(Explanations.class)
public class ExplanationsService implements Explanations {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RoleAccess access;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordViews views;

    /** What the place that decides says to the user. */
    private record Decision(boolean sees, boolean changes, boolean deletes, FieldScope fields) {
        /** Nobody is signed in: nothing is seen. */
        static final Decision NOTHING = new Decision(false, false, false, FieldScope.ALL);
    }

    @Override
    public Verdict why(long userId, RecordRef ref) {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
        User user = entities.find(User.class, userId);
        if (user == null || user.deleted()) {
            throw CrmException.notFound(new RecordRef("users", userId));
        }
        RecordTypeDescriptor type = types.named(ref.type());
        RecordEntity record = type.find(entities, ref.id(), LockModeType.NONE);
        if (record == null) {
            throw CrmException.notFound(ref);
        }
        Decision decision =
                user.getActive() ? access.as(user.getUsername(), () -> decided(type, record)) : Decision.NOTHING;
        return new Verdict(
                userId,
                user.title(),
                user.getActive(),
                ref,
                record.title(),
                record.deleted(),
                type.owned(),
                record instanceof OwnedRecord owned && owned.getOwnerId() != null && owned.getOwnerId() == userId,
                record instanceof OwnedRecord owned
                        && owned.getTeamId() != null
                        && user.getTeams().contains(owned.getTeamId()),
                user.getRoles().stream().map(code -> right(code, type)).toList(),
                decision.sees(),
                decision.changes(),
                decision.deletes(),
                inOrder(type, decision.fields().hidden()),
                inOrder(type, decision.fields().locked()));
    }

    private Decision decided(RecordTypeDescriptor type, RecordEntity record) {
        boolean sees = views.visible(type, record.getId()) != null;
        return new Decision(
                sees,
                sees && RecordViews.within(access.writable(type.name()), type, record),
                sees && RecordViews.within(access.deletable(type.name()), type, record),
                access.fields(type.name()));
    }

    private RoleRight right(String code, RecordTypeDescriptor type) {
        return access.right(Role.ofCode(code), type);
    }

    private static List<String> inOrder(RecordTypeDescriptor type, Set<String> names) {
        return type.fields().keySet().stream().filter(names::contains).toList();
    }
}
