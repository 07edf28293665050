package org.quanhe.crm.records.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.SavedView;
import org.quanhe.crm.records.SavedViews;
import org.quanhe.crm.records.control.RecordLists;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.entity.SavedViewRow;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldScope;

/** Saved views of lists. */
@Stateless
@Local(SavedViews.class)
public class SavedViewsService implements SavedViews {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seen;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    @Override
    public List<SavedView> of(String type) {
        long me = access.caller().id();
        List<Long> teams = new ArrayList<>(access.caller().teams());
        // an empty list is no list in SQL
        teams.add(-1L);
        return entities
                .createQuery(
                        "select v from SavedViewRow v where v.recordType = :type"
                                + " and (v.ownerId = :me or v.shared = true or v.teamId in :teams) order by v.name",
                        SavedViewRow.class)
                .setParameter("type", type)
                .setParameter("me", me)
                .setParameter("teams", teams)
                .getResultList()
                .stream()
                .map(row -> row.view(me))
                .filter(view -> usable(view, me))
                .map(this::readable)
                .toList();
    }

    /** A view that filters or sorts by what the caller may not read is not there for the caller. */
    private boolean usable(SavedView view, long me) {
        FieldScope scope = access.fields(view.type());
        if (scope.hidden().isEmpty()) {
            return true;
        }
        try {
            Filter filter = FilterText.parse(seen.of(types.named(view.type())).view(), view.filter(), me);
            seen.refuseHidden(view.type(), filter);
            return scope.readable(view.sort().replaceFirst("^-", ""));
        } catch (CrmException unreadable) {
            return false;
        }
    }

    private SavedView readable(SavedView view) {
        FieldScope scope = access.fields(view.type());
        return scope.hidden().isEmpty()
                ? view
                : new SavedView(
                        view.id(),
                        view.type(),
                        view.name(),
                        view.filter(),
                        view.sort(),
                        view.columns().stream().filter(scope::readable).toList(),
                        view.audience(),
                        view.first(),
                        view.own());
    }

    @Override
    public SavedView save(SavedView view) {
        long me = access.caller().id();
        RecordTypeDescriptor descriptor = seen.of(types.named(view.type()));
        RecordTypeView type = descriptor.view();
        FilterText.parse(type, view.filter(), me);
        RecordLists.order(descriptor, view.sort());
        String name = view.name().replaceAll("\\p{Cntrl}", " ").strip();
        if (name.isEmpty() || name.length() > 100) {
            throw CrmException.invalidField("name", LocalizedMessage.of("records.error.viewName", 100));
        }
        for (String column : view.columns()) {
            if (type.find(column).isEmpty()) {
                throw CrmException.invalidField(column, LocalizedMessage.of("records.error.unknownField"));
            }
        }
        SavedViewRow row = view.id() == 0 ? new SavedViewRow(me, view.type()) : own(view.id(), me);
        mayShare(view);
        row.be(new SavedView(
                0, view.type(), name, view.filter(), view.sort(), view.columns(), view.audience(), view.first(), true));
        if (view.id() == 0) {
            entities.persist(row);
        }
        return row.view(me);
    }

    /** One's own teams can be given a view; with what the lists of others open is for those who lead them. */
    private void mayShare(SavedView view) {
        CurrentUser caller = access.caller();
        boolean leads = caller.administrator() || caller.roles().contains(Role.MANAGER);
        long team = view.audience().team();
        if (team != 0 && !caller.administrator() && !caller.teams().contains(team)) {
            throw CrmException.forbidden("records.error.viewTeam");
        }
        if (team != 0 && views.visible(types.named("teams"), team) == null) {
            throw CrmException.invalidField("team", LocalizedMessage.of("records.error.noTarget", Long.toString(team)));
        }
        if (view.first() && view.shared() && !leads) {
            throw CrmException.forbidden("records.error.viewFirst");
        }
    }

    @Override
    public void remove(long id) {
        entities.remove(own(id, access.caller().id()));
    }

    private SavedViewRow own(long id, long me) {
        SavedViewRow row = entities.find(SavedViewRow.class, id);
        if (row == null || !row.ownedBy(me)) {
            throw CrmException.notFound(new RecordRef("views", id));
        }
        return row;
    }
}
