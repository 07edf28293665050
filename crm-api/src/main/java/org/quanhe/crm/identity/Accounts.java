package org.quanhe.crm.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.platform.Language;

/** Sign-in, passwords, tokens, preferences, rights of roles. */
public interface Accounts {
    /**
     * Checks name and password. After the third failure in a row each further try has to wait longer (1, 2, 4 …
     * seconds, 15 minutes at most), whichever address it comes from.
     */
    SignIn signIn(String username, String password);

    /** The caller; throws UNAUTHENTICATED if nobody is signed in. */
    CurrentUser me();

    /** The active user of that name. */
    Optional<CurrentUser> find(String username);

    /**
     * Changes the caller's password; the old one must be right, the new one at least 10 characters and not the old one.
     */
    void changePassword(String oldPassword, String newPassword);

    /**
     * Gives a user a new one-time password, which is returned once and must be changed at sign-in. Administrators only.
     */
    String resetPassword(long userId);

    /** Sets a user's password; administrators only. */
    void setPassword(long userId, String newPassword);

    /** Makes a bearer token for a user whose sign-in succeeded. */
    Token issueToken(String username);

    /** The user to whom a valid token belongs. */
    Optional<String> userOfToken(String token);

    /** Ends a token at once. */
    void revokeToken(String token);

    /**
     * Keeps the caller's language, theme or density; {@code key} is one of {@code language, theme, density, timeZone}.
     */
    void prefer(String key, String value);

    /** Languages for pages of people who have not signed in are chosen by the browser; this is everybody's fallback. */
    Language defaultLanguage();

    /** All rights of all roles; administrators only. */
    List<RoleRight> rights();

    /** Sets one right; takes effect with the next call of anybody. Administrators only. */
    void setRight(RoleRight right);

    /** Outcome of a sign-in. */
    sealed interface SignIn {
        record Accepted(CurrentUser user) implements SignIn {}

        /** Name or password is wrong (which one is not said). */
        record Refused(int triesBeforeDelay) implements SignIn {}

        /** Too many failures: the password was not even looked at. */
        record Delayed(long seconds) implements SignIn {}
    }

    /**
     * A bearer token.
     *
     * @param value given out once, only its hash is kept
     * @param expiresAt when it ends by itself
     */
    record Token(String value, Instant expiresAt) {}
}
