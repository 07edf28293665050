package org.quanhe.crm.messages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outbox of mails. For administrators; everybody else is refused with FORBIDDEN.
 *
 * <p>A mail is written in the transaction of what caused it and handed to the mail server behind it.
 */
public interface Mails {
    /**
     * Mails, newest first.
     *
     * @param state those that stand there, null for all
     * @param before number of a mail of an earlier page, null for the newest
     */
    List<MailView> list(MailView.@Nullable State state, @Nullable Long before, int limit);

    /** One; NOT_FOUND if there is none. */
    MailView open(long id);

    /** How many stand where; states without a mail are absent. */
    Map<MailView.State, Long> counts();

    /**
     * Sends a mail that was kept, failed, was discarded or is in doubt.
     *
     * @throws org.quanhe.crm.platform.CrmException CONFLICT if it stands elsewhere or no mail server is set, INVALID if
     *     its address is none
     */
    MailView send(long id);

    /** A mail that has not gone out is not sent; of one in doubt that it is left as it is. */
    MailView discard(long id);

    /** What automations want to send and may not before somebody has decided. */
    List<Held> held();

    /**
     * Lets held mails of an automation go out.
     *
     * @param upTo number of the newest mail that was counted: those that came later ask again
     * @return how many
     */
    int release(long automation, long upTo);

    /** Held mails of an automation are not sent; see {@link #release}. */
    int discardHeld(long automation, long upTo);

    /** True if a mail server is set. */
    boolean serverSet();

    /**
     * Mails of an automation that wait for a decision.
     *
     * @param automation number of the automation
     * @param cause its name
     * @param mails how many
     * @param people how many different addresses
     * @param upTo number of the newest
     */
    record Held(long automation, String cause, long mails, long people, long upTo) {}
}
