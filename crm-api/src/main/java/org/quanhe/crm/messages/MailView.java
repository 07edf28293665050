package org.quanhe.crm.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/**
 * A message of the outbox: a mail or a short text.
 *
 * @param id number
 * @param kind {@link MessageKind#MAIL} or {@link MessageKind#SHORT_TEXT}
 * @param state where it stands
 * @param address where it goes; one that is no address stands here as it was found
 * @param subject one line; of a mail alone
 * @param body plain text
 * @param language language that it is in
 * @param record what it is about, null for nothing in particular
 * @param cause name of the automation or kind of notice that it comes from
 * @param createdAt when it was written
 * @param nextAt when it is tried next, null if that is not planned
 * @param sentAt when the other side took it: the mail server, the text gateway, null before
 * @param attempts how often it was tried
 * @param reason why it did not go out the last time, null if nothing went wrong
 */
public record MailView(
        long id,
        MessageKind kind,
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

    /** Where a message stands. */
    public enum State {
        /** It goes out by itself. */
        WAITING,
        /** It is being handed over. */
        SENDING,
        /** The other side took it. */
        SENT,
        /** The other side refused it for good, it was tried too often, or its address is none. */
        FAILED,
        /** Nothing was set to carry it when it was written; it goes out only if somebody sends it. */
        KEPT,
        /** Its automation writes to more people than it may without being asked: somebody must decide. */
        HELD,
        /** The application was stopped while it was being sent: it may have arrived, somebody must decide. */
        IN_DOUBT,
        /** Somebody decided that it is not sent. */
        DISCARDED,
        /** The person does not agree to such messages. */
        UNWANTED
    }
}
