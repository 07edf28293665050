package org.quanhe.crm.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/**
 * A mail of the outbox.
 *
 * @param id number
 * @param state where it stands
 * @param address where it goes; one that is no address stands here as it was found
 * @param subject one line
 * @param body plain text
 * @param language language that it is in
 * @param record what it is about, null for nothing in particular
 * @param cause name of the automation or kind of notice that it comes from
 * @param createdAt when it was written
 * @param nextAt when it is tried next, null if that is not planned
 * @param sentAt when the mail server took it, null before
 * @param attempts how often it was tried
 * @param reason why it did not go out the last time, null if nothing went wrong
 */
public record MailView(
        long id,
        State state,
        String address,
        String subject,
        String body,
        Language language,
        @Nullable RecordRef record,
        String cause,
        Instant createdAt,
        @Nullable Instant nextAt,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable LocalizedMessage reason) {

    /** Where a mail stands. */
    public enum State {
        /** It goes out by itself. */
        WAITING,
        /** It is being handed to the mail server. */
        SENDING,
        /** The mail server took it. */
        SENT,
        /** The mail server refused it for good, it was tried too often, or its address is none. */
        FAILED,
        /** There was no mail server when it was written; it goes out only if somebody sends it. */
        KEPT,
        /** Its automation writes to more people than it may without being asked: somebody must decide. */
        HELD,
        /** The application was stopped while it was being sent: it may have arrived, somebody must decide. */
        IN_DOUBT,
        /** Somebody decided that it is not sent. */
        DISCARDED,
        /** The person does not agree to such mails. */
        UNWANTED
    }
}
