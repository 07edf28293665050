package org.quanhe.crm.identity;

/** The roles people can have; a person with several has the widest right of them. */
public enum Role {
    ADMINISTRATOR,
    MANAGER,
    SALES,
    MARKETING,
    SERVICE,
    FINANCE,
    READ_ONLY;

    /** Stable code, also the choice in the field {@code roles} of users: {@code read-only}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #code()}; throws {@link IllegalArgumentException} on anything else. */
    public static Role ofCode(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no role " + code);
    }
}
