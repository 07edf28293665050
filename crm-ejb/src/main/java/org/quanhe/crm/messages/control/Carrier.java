package org.quanhe.crm.messages.control;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.control.MailSteps.Claimed;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.settings.Setting;
import org.quanhe.crm.privacy.spi.SendingConsent.WayOut;

/** Takes messages of one kind from the outbox to those who read them. A new carrier is a new CDI bean. */
public interface Carrier {
    /** The kind it carries. */
    MessageKind kind();

    /** What must be set before anything goes out. */
    Setting setting();

    /** True if it is. */
    boolean isSet();

    /** A message that was handed over so long ago without a word is in doubt. */
    Duration patience();

    /**
     * The address as it is written on the message.
     *
     * @throws CrmException INVALID, saying what was found and what is wanted
     */
    String address(String text);

    /** What is sent, with the way out where its reader had to agree. */
    String body(MailQueue.Order order, @Nullable WayOut way);

    /** Why a message that was being handed over when the application stopped is in doubt. */
    LocalizedMessage interrupted();

    /** A line for several messages in a row; throws LATER if there is none now. */
    Line open() throws Refusal;

    /** An open line. */
    interface Line extends AutoCloseable {
        /** Hands a message over; the other side has it when this returns. */
        void send(Claimed claimed) throws Refusal;

        /** The line is still there. */
        boolean isOpen();

        @Override
        void close();
    }
}
