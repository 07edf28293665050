package org.quanhe.crm.scoring;

/** How interested somebody is, by score; models say from which score each begins. */
public enum Band {
    COLD,
    WARM,
    HOT;

    /** Code as in the field {@code band} of leads. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
