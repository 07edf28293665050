package org.quanhe.crm.identity;

import java.util.List;
import java.util.Optional;

/** Who works in a team; for those who hand work out, whatever the caller may see of users. */
public interface TeamMembers {
    /** Numbers of its active members, ascending; none of a team that is not there. */
    List<Long> of(long team);

    /** Name of the team, if it is there. */
    Optional<String> name(long team);

    /** Name of the user, if it is there. */
    Optional<String> userName(long user);

    /** Numbers of the active users with that role, ascending. */
    List<Long> inRole(Role role);

    /** Sign-in name of the user, if it is there and active. */
    Optional<String> signInName(long user);
}
