package org.quanhe.crm.messages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outbox of mails and short texts. For administrators; everybody else is refused with FORBIDDEN.
 *
 * <p>A message is written in the transaction of what caused it and handed to the mail server or the text gateway behind
 * it.
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
     * Sends a message that was kept, failed, was discarded or is in doubt.
     *
     * @throws org.quanhe.crm.platform.CrmException CONFLICT if it stands elsewhere or nothing is set to carry it,
     *     INVALID if its address is none
     */
    MailView send(long id);

    /** A message that has not gone out is not sent; of one in doubt that it is left as it is. */
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

    /** Keys of settings without which some messages stay in the outbox: where mails go, where texts go. */
    List<String> missing();

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
