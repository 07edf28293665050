package org.quanhe.crm.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;

/**
 * The person who is signed in.
 *
 * @param id number of the user record
 * @param username sign-in name
 * @param displayName name as colleagues see it
 * @param roles roles
 * @param teams numbers of the teams
 * @param language chosen language, null while the browser decides
 * @param theme {@code light}, {@code dark}, or empty while the system decides
 * @param density {@code compact}, {@code normal}, {@code roomy}
 * @param timeZone IANA zone for showing times
 * @param mustChangePassword the password was set by somebody else
 * @param stamp another one as soon as the account or its password is: a session that began under an old one is over
 */
public record CurrentUser(
        long id,
        String username,
        String displayName,
        Set<Role> roles,
        List<Long> teams,
        @Nullable Language language,
        String theme,
        String density,
        String timeZone,
        boolean mustChangePassword,
        String stamp) {
    public boolean administrator() {
        return roles.contains(Role.ADMINISTRATOR);
    }
}
