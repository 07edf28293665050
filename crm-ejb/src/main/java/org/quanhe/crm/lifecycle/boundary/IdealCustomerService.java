package org.quanhe.crm.lifecycle.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.lifecycle.IdealCustomer;
import org.quanhe.crm.lifecycle.IdealCustomerView;
import org.quanhe.crm.lifecycle.control.FitRuns;
import org.quanhe.crm.lifecycle.control.IdealProfile;
import org.quanhe.crm.lifecycle.control.LifecycleBook;
import org.quanhe.crm.lifecycle.entity.LifecycleDocument;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.records.spi.Access;

/** The façade of the profile of the ideal customer. */
@Stateless
@Local(IdealCustomer.class)
public class IdealCustomerService implements IdealCustomer {
    private static final Set<Role> ALLOWED = Set.of(Role.ADMINISTRATOR, Role.MANAGER, Role.MARKETING);

    @Inject
    private LifecycleBook book;

    @Inject
    private IdealProfile profile;

    @Inject
    private FitRuns runs;

    @Inject
    private Access access;

    @Override
    public IdealCustomerView shown() {
        refuseOthers();
        return view(book.row(LifecycleDocument.IDEAL_CUSTOMER));
    }

    private IdealCustomerView view(LifecycleDocument row) {
        return new IdealCustomerView(
                new TreeMap<>(IdealProfile.read(row.document())), row.version(), runs.last(), book.changes(row));
    }

    @Override
    public IdealCustomerView change(Map<String, ?> conditions, @Nullable Long version) {
        refuseOthers();
        Map<String, String> after = profile.sent(conditions);
        LifecycleDocument row = book.locked(LifecycleDocument.IDEAL_CUSTOMER, version);
        List<FieldChange> changes = IdealProfile.difference(IdealProfile.read(row.document()), after);
        if (!changes.isEmpty()) {
            book.write(row, JsonText.write(after), changes);
        }
        return view(row);
    }

    @Override
    public IdealCustomerView run() {
        refuseOthers();
        runs.begin();
        return view(book.row(LifecycleDocument.IDEAL_CUSTOMER));
    }

    /** Who sets it reads its conditions: a field that is hidden from the caller must not be found out by them. */
    private void refuseOthers() {
        if (access.caller().roles().stream().noneMatch(ALLOWED::contains)) {
            throw CrmException.forbidden("lifecycle.error.mayNotProfile");
        }
        profile.refuseHidden(
                IdealProfile.read(book.row(LifecycleDocument.IDEAL_CUSTOMER).document()));
    }
}
