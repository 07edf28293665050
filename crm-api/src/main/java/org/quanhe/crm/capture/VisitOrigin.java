package org.quanhe.crm.capture;

/**
 * Where a visitor of a form came from. It is signed with the form: what comes back is what was given out.
 *
 * @param page address of the page that showed the form, may be empty
 * @param referrer address of the page before that one, may be empty
 * @param source {@code utm_source}, may be empty
 * @param medium {@code utm_medium}, may be empty
 * @param campaign {@code utm_campaign}, may be empty
 */
public record VisitOrigin(String page, String referrer, String source, String medium, String campaign) {
    /** Nothing is known. */
    public static final VisitOrigin NONE = new VisitOrigin("", "", "", "", "");

    /** One text for all of it, for the signature: no two origins have the same. */
    public String signed() {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {page, referrer, source, medium, campaign}) {
            text.append(part.length()).append(':').append(part);
        }
        return text.toString();
    }
}
