package org.quanhe.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.RoleRight;
import org.quanhe.crm.identity.entity.FieldRightRow;
import org.quanhe.crm.identity.entity.RightRow;
import org.quanhe.crm.identity.entity.User;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.platform.control.BrieflyKnown;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.control.FreshReading;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.control.PublishedModel;
import org.quanhe.crm.records.spi.FieldScope;

/** Users and rights as every call needs them, kept in memory for a second at most. */
@ApplicationScoped
public class UserDirectory {
    /** How long another node's change may go unnoticed; changes of this node are seen at once. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private FreshReading fresh;

    @Inject
    private AfterCommit afterCommit;

    private final BrieflyKnown<Map<String, Optional<CurrentUser>>> users = new BrieflyKnown<>(FRESH);
    private final BrieflyKnown<KnownRights> rights = new BrieflyKnown<>(FRESH);

    /** What was taken from roles in fields is kept by {@link FieldRightRow#id()}. */
    private record KnownRights(
            Map<String, RoleRight> byKey, Map<String, FieldRightRow> fields, Map<ScopeKey, KnownScope> scopes) {}

    private record ScopeKey(Set<Role> roles, String type) {}

    private record KnownScope(PublishedModel version, FieldScope scope) {}

    /** The active user of that name. */
    public Optional<CurrentUser> find(String username) {
        Map<String, Optional<CurrentUser>> known = users.get(ConcurrentHashMap::new);
        Optional<CurrentUser> user = known.get(username);
        if (user == null) {
            user = load(username);
            known.put(username, user);
        }
        return user;
    }

    private Optional<CurrentUser> load(String username) {
        return fresh.of(now -> byName(now, username))
                .filter(user -> user.getActive() && !user.deleted())
                .map(UserDirectory::current);
    }

    /** The user's entity, active or not. */
    public Optional<User> byName(String username) {
        return byName(entities, username);
    }

    private static Optional<User> byName(EntityManager entities, String username) {
        return entities.createQuery("select u from User u where u.username = :name", User.class)
                .setParameter("name", username)
                .getResultStream()
                .findFirst();
    }

    /** True if an active administrator with a password exists. */
    public boolean anyAdministrator() {
        return entities.createQuery(
                        "select u from User u where u.active = true and u.passwordHash is not null", User.class)
                .getResultStream()
                .anyMatch(user -> user.getRoles().contains(Role.ADMINISTRATOR.code()) && !user.deleted());
    }

    private static CurrentUser current(User user) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        user.getRoles().forEach(code -> roles.add(Role.ofCode(code)));
        return new CurrentUser(
                user.getId(),
                user.getUsername(),
                user.getDisplayName(),
                roles,
                List.copyOf(user.getTeams()),
                user.getLanguage() == null ? null : Language.ofTag(user.getLanguage()),
                user.getTheme() == null ? "" : user.getTheme(),
                user.getDensity() == null ? "normal" : user.getDensity(),
                user.getTimeZone() == null ? Configuration.text(CrmSettings.TIME_ZONE) : user.getTimeZone(),
                user.mustChange(),
                user.getId() + "-" + Objects.hashCode(user.passwordHash()));
    }

    /** The right that an administrator set for the role on that type. */
    public Optional<RoleRight> right(Role role, String type) {
        return Optional.ofNullable(known().byKey().get(RightRow.key(role, type)));
    }

    /** What an administrator took from the role in a field, by the key of the field. */
    public Optional<FieldRightRow> fieldRight(Role role, String type, String key) {
        Map<String, FieldRightRow> fields = known().fields();
        return fields.isEmpty() ? Optional.empty() : Optional.ofNullable(fields.get(FieldRightRow.id(role, type, key)));
    }

    /** The fields that those roles have together, worked out once for as long as neither rights nor metadata change. */
    public FieldScope fields(Set<Role> roles, String type, PublishedModel version, Supplier<FieldScope> scope) {
        KnownRights known = known();
        ScopeKey key = new ScopeKey(roles, type);
        KnownScope found = known.scopes().get(key);
        if (found == null || found.version() != version) {
            found = new KnownScope(version, scope.get());
            known.scopes().put(key, found);
        }
        return found.scope();
    }

    private KnownRights known() {
        return rights.get(this::readRights);
    }

    private KnownRights readRights() {
        return fresh.of(UserDirectory::rights);
    }

    private static KnownRights rights(EntityManager entities) {
        Map<String, RoleRight> byKey = new HashMap<>();
        Map<String, FieldRightRow> fields = new HashMap<>();
        entities.createQuery("select r from RightRow r", RightRow.class)
                .getResultList()
                .forEach(row ->
                        byKey.put(RightRow.key(row.right().role(), row.right().type()), row.right()));
        entities.createQuery("select f from FieldRightRow f", FieldRightRow.class)
                .getResultList()
                .forEach(row -> fields.put(row.id(), row));
        return new KnownRights(byKey, fields, new ConcurrentHashMap<>());
    }

    /** Users or rights have changed: the next call reads them anew, and so do all behind the commit. */
    public void forget() {
        afterCommit.nowAndThen(() -> {
            users.forget();
            rights.forget();
        });
    }
}
