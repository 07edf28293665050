package org.quanhe.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.RoleRight;
import org.quanhe.crm.identity.Scope;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.control.CallerContext;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.PublishedModel;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldScope;

/** Decides by the caller's roles: the widest scope of them holds. */
@ApplicationScoped
public class RoleAccess implements Access {
    @Inject
    private CallerContext caller;

    @Inject
    private UserDirectory directory;

    @Inject
    private RecordTypes types;

    @Inject
    private RoleFields fields;

    @Override
    public CurrentUser caller() {
        return caller.username()
                .flatMap(directory::find)
                .orElseThrow(() -> new CrmException(
                        CrmException.Kind.UNAUTHENTICATED, LocalizedMessage.of("identity.error.unauthenticated")));
    }

    @Override
    public Filter readable(String type) {
        return condition(type, RoleRight::read);
    }

    @Override
    public Filter writable(String type) {
        return condition(type, RoleRight::write);
    }

    @Override
    public Filter deletable(String type) {
        return condition(type, RoleRight::delete);
    }

    @Override
    public FieldScope fields(String name) {
        return fields(name, caller().roles());
    }

    @Override
    public FieldScope fields(String name, Set<Role> roles) {
        if (roles.contains(Role.ADMINISTRATOR)) {
            return FieldScope.ALL;
        }
        // first the version, then what it holds: something newer under an older version is worked out again
        PublishedModel version = types.published();
        return directory.fields(
                roles,
                name,
                version,
                () -> fields.scope(reach(roles, types.named(name)), other -> types.find(other)
                        .map(type -> reach(roles, type))));
    }

    private RoleFields.Reach reach(Set<Role> roles, RecordTypeDescriptor type) {
        return new RoleFields.Reach(
                type, reaching(roles, type, RoleRight::read), reaching(roles, type, RoleRight::write));
    }

    private Set<Role> reaching(Set<Role> roles, RecordTypeDescriptor type, Function<RoleRight, Scope> kind) {
        return roles.stream()
                .filter(role -> kind.apply(right(role, type)) != Scope.NONE)
                .collect(Collectors.toSet());
    }

    @Override
    public <T> T as(String username, Supplier<T> work) {
        return CallerContext.runAs(username, work);
    }

    /** The right of a role on a type: what was set, else the type's preset. */
    public RoleRight right(Role role, RecordTypeDescriptor type) {
        return directory
                .right(role, type.name())
                .orElseGet(
                        () -> RightPresets.of(role, type.name(), type.traits().rights()));
    }

    private Filter condition(String name, Function<RoleRight, Scope> kind) {
        CurrentUser user = caller();
        RecordTypeDescriptor type = types.named(name);
        Scope scope = Scope.NONE;
        for (Role role : user.roles()) {
            scope = scope.or(kind.apply(right(role, type)));
        }
        if (scope == Scope.NONE || scope == Scope.ALL) {
            return scope == Scope.ALL ? Filter.ALL : Filter.NONE;
        }
        if (!type.owned()) {
            // Nobody owns such records: a narrower scope than all reaches none of them.
            return Filter.NONE;
        }
        Filter own = Filter.eq(OwnedRecord.OWNER, user.id());
        return scope == Scope.OWN ? own : own.or(Filter.in(OwnedRecord.TEAM, user.teams()));
    }
}
