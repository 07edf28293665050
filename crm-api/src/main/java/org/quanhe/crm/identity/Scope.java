package org.quanhe.crm.identity;

/** Which records of a type a right reaches; later ones reach further. */
public enum Scope {
    NONE,
    /** Records the caller owns. */
    OWN,
    /** Own records and those of the caller's teams. */
    TEAM,
    ALL;

    public Scope or(Scope other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
