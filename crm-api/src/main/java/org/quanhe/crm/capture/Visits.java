package org.quanhe.crm.capture;

/** Page views of visitors who agreed to it; nobody signs in here. What cannot be one is passed over. */
public interface Visits {
    /**
     * A page was looked at.
     *
     * @param visitor number that the visitor's browser made up, 32 hexadecimal digits
     * @param page its address
     * @param title its title, may be empty
     */
    void note(String visitor, String page, String title);

    /** The visitor does not agree any more: pages that wait are forgotten, and so is whose they would have been. */
    void forget(String visitor);
}
