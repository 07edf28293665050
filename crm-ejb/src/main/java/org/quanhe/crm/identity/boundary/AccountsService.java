package org.quanhe.crm.identity.boundary;

import jakarta.ejb.EJBException;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.RoleRight;
import org.quanhe.crm.identity.control.Passwords;
import org.quanhe.crm.identity.control.RoleAccess;
import org.quanhe.crm.identity.control.TokenCache;
import org.quanhe.crm.identity.control.UserDirectory;
import org.quanhe.crm.identity.entity.AccessToken;
import org.quanhe.crm.identity.entity.RightRow;
import org.quanhe.crm.identity.entity.SignInFailure;
import org.quanhe.crm.identity.entity.User;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.search.control.IndexFeed;

/** Sign-in, passwords, tokens, preferences, rights of roles. */
@Stateless
@Local(Accounts.class)
public class AccountsService implements Accounts {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private SignInFailures failures;

    @Inject
    private UserDirectory directory;

    @Inject
    private RoleAccess access;

    @Inject
    private RecordTypes types;

    @Inject
    private Passwords passwords;

    @Inject
    private TokenCache tokens;

    @Inject
    private AuditTrail audit;

    @Inject
    private IndexFeed feed;

    @Inject
    private TimeSource time;

    @Override
    public SignIn signIn(String username, String password) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        // PostgreSQL would not even compare a name with NUL in it
        if (name.isEmpty() || name.length() > 100 || name.indexOf('\0') >= 0) {
            return new SignIn.Refused(SignInFailure.FREE);
        }
        long delay = failures.delaySeconds(name);
        if (delay > 0) {
            return new SignIn.Delayed(delay);
        }
        Optional<User> user = directory.byName(name).filter(found -> found.getActive() && !found.deleted());
        if (passwords.matches(password, user.map(User::passwordHash).orElse(null))) {
            failures.forget(name);
            directory.forget();
            return new SignIn.Accepted(directory.find(name).orElseThrow());
        }
        return new SignIn.Refused(counted(name));
    }

    /** Two first failures at once collide on their row: the slower one counts again. */
    private int counted(String name) {
        try {
            return failures.count(name);
        } catch (EJBException collided) {
            return failures.count(name);
        }
    }

    @Override
    public CurrentUser me() {
        return access.caller();
    }

    @Override
    public Optional<CurrentUser> find(String username) {
        return directory.find(username);
    }

    @Override
    public void changePassword(String oldPassword, String newPassword) {
        User user = entities.find(User.class, me().id(), LockModeType.PESSIMISTIC_WRITE);
        if (!passwords.matches(oldPassword, user.passwordHash())) {
            throw CrmException.invalidField("oldPassword", LocalizedMessage.of("identity.error.oldPassword"));
        }
        if (oldPassword.equals(newPassword)) {
            throw CrmException.invalidField("newPassword", LocalizedMessage.of("identity.error.samePassword"));
        }
        passwords.check(newPassword);
        set(user, newPassword, false);
    }

    @Override
    public String resetPassword(long userId) {
        String invented = passwords.invent();
        set(administered(userId), invented, true);
        return invented;
    }

    @Override
    public void setPassword(long userId, String newPassword) {
        passwords.check(newPassword);
        set(administered(userId), newPassword, false);
    }

    private User administered(long userId) {
        administratorsOnly();
        User user = entities.find(User.class, userId, LockModeType.PESSIMISTIC_WRITE);
        if (user == null || user.deleted()) {
            throw CrmException.notFound(new RecordRef("users", userId));
        }
        return user;
    }

    /** Sets the hash, ends the user's tokens, forgets failures, and says in the audit that (not what) it was. */
    private void set(User user, String password, boolean mustChange) {
        user.setPassword(passwords.hash(password), mustChange);
        entities.createQuery("delete from AccessToken t where t.username = :name")
                .setParameter("name", user.getUsername())
                .executeUpdate();
        entities.createQuery("delete from SignInFailure f where f.username = :name")
                .setParameter("name", user.getUsername())
                .executeUpdate();
        tokens.forget();
        changed(user);
        audit.note(
                new RecordRef("users", user.getId()),
                time.now(),
                me().id(),
                "changed",
                List.of(new FieldChange("password", "•••", "•••")),
                "");
    }

    private void administratorsOnly() {
        if (!me().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
    }

    @Override
    public Token issueToken(String username) {
        Instant now = time.now();
        entities.createQuery("delete from AccessToken t where t.expiresAt < :now")
                .setParameter("now", now)
                .executeUpdate();
        Token token = new Token(
                passwords.token(),
                now.plus(Duration.ofHours(Math.max(12, Configuration.number(CrmSettings.TOKEN_HOURS)))));
        entities.persist(new AccessToken(hash(token.value()), username, token.expiresAt()));
        return token;
    }

    @Override
    public Optional<String> userOfToken(String token) {
        return tokens.user(hash(token), time.now(), key -> Optional.ofNullable(entities.find(AccessToken.class, key)));
    }

    @Override
    public void revokeToken(String token) {
        entities.createQuery("delete from AccessToken t where t.hash = :hash")
                .setParameter("hash", hash(token))
                .executeUpdate();
        tokens.forget();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public void prefer(String key, String value) {
        User user = entities.find(User.class, me().id(), LockModeType.PESSIMISTIC_WRITE);
        switch (key) {
            case "language" -> user.setLanguage(Language.ofTag(value).tag());
            case "theme" -> user.setTheme(oneOf(key, value, List.of("", "light", "dark")));
            case "density" -> user.setDensity(oneOf(key, value, List.of("compact", "normal", "roomy")));
            case "timeZone" -> user.setTimeZone(value);
            default -> throw CrmException.invalid("identity.error.preference", key);
        }
        user.verify();
        changed(user);
    }

    /** What a user is found by may be the same as before; the version is not. */
    private void changed(User user) {
        entities.flush();
        directory.forget();
        feed.changed(types.named("users"), List.of(user));
    }

    private static String oneOf(String key, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw CrmException.invalid("identity.error.preference", key);
        }
        return value;
    }

    @Override
    public Language defaultLanguage() {
        return Language.ofTag(Configuration.text(CrmSettings.LANGUAGE));
    }

    @Override
    public List<RoleRight> rights() {
        administratorsOnly();
        List<RoleRight> rights = new ArrayList<>();
        for (Role role : Role.values()) {
            types.all().forEach(type -> rights.add(access.right(role, type)));
        }
        return rights;
    }

    @Override
    public void setRight(RoleRight right) {
        administratorsOnly();
        types.named(right.type());
        if (right.role() == Role.ADMINISTRATOR) {
            throw CrmException.invalid("identity.error.administratorRights");
        }
        RoleRight before = access.right(right.role(), types.named(right.type()));
        entities.merge(new RightRow(right));
        entities.flush();
        directory.forget();
        audit.note(
                new RecordRef("rights", right.role().ordinal()),
                time.now(),
                me().id(),
                "changed",
                List.of(new FieldChange(right.role().code() + "/" + right.type(), told(before), told(right))),
                "");
    }

    private static String told(RoleRight right) {
        return Map.of("read", right.read(), "write", right.write(), "delete", right.delete())
                .toString();
    }
}
