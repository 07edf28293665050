package org.quanhe.crm.activities.ui;

/**
 * What happens next with a record.
 *
 * @param id number of the task or appointment
 * @param when "today", a date, or how late it is; empty if it has no time
 * @param tone {@code late}, {@code today}, or empty
 * @param text subject
 * @param kind kind of activity, the last part of its icon's class
 * @param icon primeicons class
 * @param full exact time, for the title
 */
public record NextStep(long id, String when, String tone, String text, String kind, String icon, String full) {
    public String href() {
        return "record.xhtml?type=activities&id=" + id;
    }

    /** Class of the words that say when. */
    public String look() {
        return tone.isEmpty() ? "qh-when" : "qh-when is-" + tone;
    }
}
