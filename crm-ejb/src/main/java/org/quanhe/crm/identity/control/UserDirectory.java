package org.quanhe.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.RoleRight;
import org.quanhe.crm.identity.entity.FieldRightRow;
import org.quanhe.crm.identity.entity.RightRow;
import org.quanhe.crm.identity.entity.User;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.control.PublishedModel;
import org.quanhe.crm.records.spi.FieldScope;

/** Users and rights as every call needs them, kept in memory for a second at most. */
@ApplicationScoped
public class UserDirectory {
    /** How long another node's change may go unnoticed; changes of this node are seen at once. */
    private static final long FRESH_NANOS = 1_000_000_000L;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private AfterCommit afterCommit;

    private final Map<String, Known> users = new ConcurrentHashMap<>();
    private volatile @Nullable KnownRights rights;

    /** How often everything was forgotten: what was read before the last time is not kept. */
    private final AtomicLong forgotten = new AtomicLong();

    private record Known(Optional<CurrentUser> user, long at) {}

    /** What was taken from roles in fields is kept by {@link FieldRightRow#id()}. */
    private record KnownRights(
            Map<String, RoleRight> byKey,
            Map<String, FieldRightRow> fields,
            Map<ScopeKey, KnownScope> scopes,
            long at) {}

    private record ScopeKey(Set<Role> roles, String type) {}

    private record KnownScope(PublishedModel version, FieldScope scope) {}

    /** The active user of that name. */
    public Optional<CurrentUser> find(String username) {
        Known known = users.get(username);
        if (known == null || System.nanoTime() - known.at() > FRESH_NANOS) {
            if (users.size() > 10_000) {
                users.clear();
            }
            long at = System.nanoTime();
            long before = forgotten.get();
            known = new Known(load(username), at);
            users.put(username, known);
            if (forgotten.get() != before) {
                users.remove(username, known);
            }
        }
        return known.user();
    }

    private Optional<CurrentUser> load(String username) {
        return byName(username)
                .filter(user -> user.getActive() && !user.deleted())
                .map(UserDirectory::current);
    }

    /** The user's entity, active or not. */
    public Optional<User> byName(String username) {
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
        return Optional.ofNullable(rights().byKey().get(RightRow.key(role, type)));
    }

    /** What an administrator took from the role in a field, by the key of the field. */
    public Optional<FieldRightRow> fieldRight(Role role, String type, String key) {
        Map<String, FieldRightRow> fields = rights().fields();
        return fields.isEmpty() ? Optional.empty() : Optional.ofNullable(fields.get(FieldRightRow.id(role, type, key)));
    }

    /** The fields that those roles have together, worked out once for as long as neither rights nor metadata change. */
    public FieldScope fields(Set<Role> roles, String type, PublishedModel version, Supplier<FieldScope> scope) {
        KnownRights known = rights();
        ScopeKey key = new ScopeKey(roles, type);
        KnownScope found = known.scopes().get(key);
        if (found == null || found.version() != version) {
            found = new KnownScope(version, scope.get());
            known.scopes().put(key, found);
        }
        return found.scope();
    }

    private KnownRights rights() {
        KnownRights known = rights;
        if (known == null || System.nanoTime() - known.at() > FRESH_NANOS) {
            Map<String, RoleRight> byKey = new HashMap<>();
            Map<String, FieldRightRow> fields = new HashMap<>();
            long at = System.nanoTime();
            long before = forgotten.get();
            entities.createQuery("select r from RightRow r", RightRow.class)
                    .getResultList()
                    .forEach(row -> byKey.put(
                            RightRow.key(row.right().role(), row.right().type()), row.right()));
            entities.createQuery("select f from FieldRightRow f", FieldRightRow.class)
                    .setHint("eclipselink.read-only", true)
                    .getResultList()
                    .forEach(row -> fields.put(row.id(), row));
            known = new KnownRights(byKey, fields, new ConcurrentHashMap<>(), at);
            rights = known;
            if (forgotten.get() != before) {
                rights = null;
            }
        }
        return known;
    }

    /** Users or rights have changed: the next call reads them anew, and so do all behind the commit. */
    public void forget() {
        afterCommit.nowAndThen(() -> {
            forgotten.incrementAndGet();
            users.clear();
            rights = null;
        });
    }
}
