package org.quanhe.crm.scoring;

/** What people do that shows interest. */
public enum SignalKind {
    /** Came to the website. */
    VISIT,
    /** Looked at a page; its address is what the signal is about. */
    PAGE,
    /** Sent a web form. */
    FORM,
    /** Downloaded an application or a document. */
    DOWNLOAD,
    /** Opened a mail. */
    MAIL_OPENED,
    /** Answered a mail. */
    MAIL_ANSWERED,
    /** Followed the company in a social network. */
    FOLLOW,
    /** Came to a fair, a webinar or a podcast; its name is what the signal is about. */
    ATTENDED,
    /** Said not now. */
    REFUSED,
    /** Chose somebody else. */
    LOST;

    /** Code as in REST and models, {@code mail-answered}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
