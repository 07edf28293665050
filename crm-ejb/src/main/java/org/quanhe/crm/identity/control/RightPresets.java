package org.quanhe.crm.identity.control;

import static org.quanhe.crm.identity.Scope.ALL;
import static org.quanhe.crm.identity.Scope.NONE;
import static org.quanhe.crm.identity.Scope.OWN;
import static org.quanhe.crm.identity.Scope.TEAM;

import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.RoleRight;
import org.quanhe.crm.records.entity.RecordType.Preset;

/** The rights with which roles begin on a record type, until an administrator sets others. */
final class RightPresets {
    private RightPresets() {}

    static RoleRight of(Role role, String type, Preset preset) {
        if (role == Role.ADMINISTRATOR) {
            return new RoleRight(role, type, ALL, ALL, ALL);
        }
        return switch (preset) {
            case OWNED ->
                switch (role) {
                    case MANAGER -> new RoleRight(role, type, ALL, ALL, TEAM);
                    case SALES -> new RoleRight(role, type, TEAM, TEAM, OWN);
                    case MARKETING -> new RoleRight(role, type, ALL, OWN, OWN);
                    case SERVICE -> new RoleRight(role, type, ALL, TEAM, OWN);
                    default -> new RoleRight(role, type, ALL, NONE, NONE);
                };
            case PROSPECTS ->
                switch (role) {
                    case MANAGER -> new RoleRight(role, type, ALL, ALL, TEAM);
                    case SALES -> new RoleRight(role, type, ALL, TEAM, OWN);
                    case MARKETING -> new RoleRight(role, type, ALL, ALL, OWN);
                    default -> new RoleRight(role, type, ALL, NONE, NONE);
                };
            case SHARED ->
                role == Role.MANAGER
                        ? new RoleRight(role, type, ALL, ALL, ALL)
                        : new RoleRight(role, type, ALL, NONE, NONE);
            case ADMINISTERED -> new RoleRight(role, type, ALL, NONE, NONE);
        };
    }
}
