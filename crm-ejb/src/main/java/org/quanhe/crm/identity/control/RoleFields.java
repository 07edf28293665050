package org.quanhe.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.quanhe.crm.identity.FieldRight;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.entity.FieldRightRow;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.control.Calculations;
import org.quanhe.crm.records.control.FieldDescriptor;
import org.quanhe.crm.records.control.FieldPlace;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.spi.FieldScope;

/** What roles may do with fields. */
@ApplicationScoped
public class RoleFields {
    @Inject
    private UserDirectory directory;

    @Inject
    private RecordTypes types;

    /**
     * How far some roles reach into a type.
     *
     * @param readers roles of them that read records of the type at all; the others give nothing
     * @param writers roles of them that write some
     */
    record Reach(RecordTypeDescriptor type, Set<Role> readers, Set<Role> writers) {}

    /**
     * The fields of somebody with those roles: of each, the widest right. A calculated field tells of what it is made
     * from: it is hidden with each field that goes into it, in whatever type.
     *
     * @param others reach of the same roles into other types; empty for a type that is not there
     */
    FieldScope scope(Reach reach, Function<String, Optional<Reach>> others) {
        RecordTypeDescriptor type = reach.type();
        Set<String> hidden = new HashSet<>();
        Set<String> locked = new HashSet<>();
        Calculations calculations = types.calculations();
        for (FieldDescriptor field : type.fields().values()) {
            FieldPlace place = new FieldPlace(type.name(), field.name());
            if (hides(reach, field) || calculations.inputs(place).stream().anyMatch(input -> hides(others, input))) {
                hidden.add(field.name());
            } else if (none(reach.writers(), type, field, FieldRight::write)) {
                locked.add(field.name());
            }
        }
        return hidden.isEmpty() && locked.isEmpty()
                ? FieldScope.ALL
                : new FieldScope(Set.copyOf(hidden), Set.copyOf(locked));
    }

    private boolean hides(Reach reach, FieldDescriptor field) {
        return !alwaysRead(field) && none(reach.readers(), reach.type(), field, FieldRight::read);
    }

    /** Records that are not reached hide all of their fields, their titles too. */
    private boolean hides(Function<String, Optional<Reach>> reaches, FieldPlace input) {
        Reach reach = reaches.apply(input.type()).orElse(null);
        FieldDescriptor field = reach == null ? null : reach.type().fields().get(input.field());
        return reach != null && field != null && (reach.readers().isEmpty() || hides(reach, field));
    }

    /** Nobody is asked where nobody could say yes. */
    private boolean none(
            Set<Role> roles, RecordTypeDescriptor type, FieldDescriptor field, Predicate<FieldRight> allowed) {
        return !roles.isEmpty() && roles.stream().noneMatch(role -> allowed.test(right(role, type, field)));
    }

    /** The right of a role on a field: what was set for it or for the list that it is an entry of, else everything. */
    public FieldRight right(Role role, RecordTypeDescriptor type, FieldDescriptor field) {
        Optional<FieldRightRow> row = role == Role.ADMINISTRATOR
                ? Optional.empty()
                : directory.fieldRight(role, type.name(), key(type, field));
        boolean read = alwaysRead(field) || row.map(FieldRightRow::read).orElse(true);
        return new FieldRight(
                role,
                type.name(),
                field.name(),
                read,
                read && row.map(FieldRightRow::write).orElse(true));
    }

    /** Where a right on the field is kept: with the list, and under the key of a custom field, which never changes. */
    public static String key(RecordTypeDescriptor type, FieldDescriptor field) {
        String name =
                field.view().primaryOf().isEmpty() ? field.name() : field.view().primaryOf();
        return type.customKey(name).map(key -> "custom." + key).orElse(name);
    }

    /** Read with every record: the title, by which it is found and shown, and what rights themselves look at. */
    public static boolean alwaysRead(FieldDescriptor field) {
        return field.view().is(Use.TITLE)
                || field.name().equals(OwnedRecord.OWNER)
                || field.name().equals(OwnedRecord.TEAM);
    }
}
