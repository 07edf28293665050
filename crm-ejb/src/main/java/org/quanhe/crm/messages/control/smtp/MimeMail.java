package org.quanhe.crm.messages.control.smtp;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.quanhe.crm.messages.MailView;
import org.quanhe.crm.messages.control.MailAddress;
import org.quanhe.crm.messages.control.MailSteps.Claimed;

/** A mail as it is sent: its text plain and as HTML, UTF-8, under a number that is the same in every try. */
final class MimeMail extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String number;

    private MimeMail(Session session, String number) {
        super(session);
        this.number = number;
    }

    static MimeMail of(Session session, InternetAddress from, Claimed claimed) throws MessagingException {
        MailView mail = claimed.mail();
        String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        MimeMail mime = new MimeMail(session, "<" + claimed.key() + "@" + domain + ">");
        mime.setFrom(from);
        mime.setRecipient(
                RecipientType.TO,
                new InternetAddress(MailAddress.of(mail.address()).value(), true));
        mime.setSubject(mail.subject(), UTF_8);
        mime.setSentDate(new Date());
        mime.setHeader("Content-Language", mail.language().tag());
        mime.setHeader("Auto-Submitted", "auto-generated");
        if (claimed.wayOut() != null) {
            // RFC 8058: mail programs offer the way out by one press
            mime.setHeader("List-Unsubscribe", "<" + claimed.wayOut() + ">");
            mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(mail.body(), "text/plain; charset=UTF-8"));
        alternatives.addBodyPart(part(MailHtml.of(mail), "text/html; charset=UTF-8"));
        mime.setContent(alternatives);
        mime.saveChanges();
        return mime;
    }

    /** Bytes with their type: nothing has to guess a charset, or be found by the server's class loaders. */
    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(StandardCharsets.UTF_8), type)));
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", number);
    }
}
