package org.quanhe.crm.processes.control;

import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.Role;

/** Who may work on the steps of a team: its members, and those who look after everybody's work. */
public final class StepRights {
    private StepRights() {}

    public static boolean everywhere(CurrentUser user) {
        return user.administrator() || user.roles().contains(Role.MANAGER);
    }

    static boolean on(long team, CurrentUser user) {
        return everywhere(user) || user.teams().contains(team);
    }
}
