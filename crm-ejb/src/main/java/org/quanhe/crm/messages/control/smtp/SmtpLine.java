package org.quanhe.crm.messages.control.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.control.Carrier;
import org.quanhe.crm.messages.control.MailSteps.Claimed;
import org.quanhe.crm.messages.control.Refusal;
import org.quanhe.crm.messages.control.Refusal.Meaning;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;

/** An open line to the mail server, for several mails in a row. */
final class SmtpLine implements Carrier.Line {
    private static final System.Logger LOG = System.getLogger(SmtpLine.class.getName());

    /** An answer of the server in the text of an exception: {@code 550 5.1.1 no such user}. */
    private static final Pattern ANSWER = Pattern.compile("(?s)^\\s*([245]\\d\\d)[ -].*");

    private static final int LONGEST_ANSWER = 300;

    private final MailServer server;
    private final Session session;
    private final Transport transport;

    private SmtpLine(MailServer server, Session session, Transport transport) {
        this.server = server;
        this.session = session;
        this.transport = transport;
    }

    /** Calls the mail server; throws LATER if it does not answer or does not let us in. */
    static SmtpLine open() throws Refusal {
        MailServer server = MailServer.read();
        try {
            Session session = server.session();
            Transport transport = session.getTransport("smtp");
            transport.connect(
                    Configuration.find(CrmSettings.SMTP_USER).orElse(null),
                    Configuration.find(CrmSettings.SMTP_PASSWORD).orElse(null));
            return new SmtpLine(server, session, transport);
        } catch (AuthenticationFailedException refused) {
            throw new Refusal(Meaning.LATER, LocalizedMessage.of("messages.error.signIn", told(refused)), refused);
        } catch (MessagingException unreachable) {
            throw new Refusal(
                    Meaning.LATER, LocalizedMessage.of("messages.error.unreachable", told(unreachable)), unreachable);
        }
    }

    @Override
    public void send(Claimed claimed) throws Refusal {
        MimeMail mime;
        try {
            mime = MimeMail.of(session, server.from(), claimed);
        } catch (MessagingException unwritable) {
            throw new Refusal(
                    Meaning.NEVER, LocalizedMessage.of("messages.error.unwritable", told(unwritable)), unwritable);
        }
        try {
            transport.sendMessage(mime, mime.getAllRecipients());
        } catch (MessagingException refused) {
            throw refusal(refused);
        }
    }

    @Override
    public boolean isOpen() {
        return transport.isConnected();
    }

    private static Refusal refusal(MessagingException refused) {
        for (Exception cause = refused; cause != null; cause = next(cause)) {
            String said = cause.getMessage() == null ? "" : cause.getMessage();
            Matcher answer = ANSWER.matcher(said);
            if (answer.matches()) {
                boolean forGood = answer.group(1).startsWith("5");
                return new Refusal(
                        forGood ? Meaning.NEVER : Meaning.LATER,
                        LocalizedMessage.of("messages.error.refused", cut(said)),
                        refused);
            }
        }
        return new Refusal(Meaning.DOUBT, LocalizedMessage.of("messages.error.broken", told(refused)), refused);
    }

    private static @Nullable Exception next(Exception cause) {
        Exception next = cause instanceof MessagingException mail ? mail.getNextException() : null;
        return next == null && cause.getCause() instanceof Exception inner ? inner : next;
    }

    private static String told(Exception problem) {
        return cut(problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage());
    }

    private static String cut(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST_ANSWER ? line.substring(0, LONGEST_ANSWER) + "…" : line;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            LOG.log(System.Logger.Level.DEBUG, "the mail server had hung up", alreadyGone);
        }
    }
}
