package org.quanhe.crm.harness;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/**
 * The mail server of the tests, a real one (GreenMail), behind a {@link TrickyLine}. Addresses that begin with
 * {@code busy} are refused for now the first time, {@code nobody} for good, and with {@code silent} the line is dead
 * when the mail has been taken.
 */
public final class Postbox {
    /** An automation that writes more mails an hour is asked about. */
    public static final int ASK_ABOVE = 10;

    private static Postbox running;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final TrickyLine line;

    private Postbox() {
        server.start();
        line = new TrickyLine(server.getSmtp().getPort());
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    }

    /** The one of this JVM. */
    public static synchronized Postbox get() {
        if (running == null) {
            running = new Postbox();
        }
        return running;
    }

    /** Sets it as that server's, with its next start. */
    public CrmProcess takesMailsOf(CrmProcess crm) {
        return crm.with("CRM_SMTP_HOST", "127.0.0.1")
                .with("CRM_SMTP_PORT", Integer.toString(line.port()))
                .with("CRM_SMTP_TLS", "none")
                .with("CRM_SMTP_FROM", "Quanhe 关系 <crm@quanhe.example>")
                .with("CRM_SMTP_TIMEOUT_SECONDS", "8")
                .with("CRM_MAIL_ASK_ABOVE", Integer.toString(ASK_ABOVE));
    }

    /** What has arrived for that address. */
    public List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> recipient(mail).equals(address))
                .toList();
    }

    /** The first mail for that address; waits for it. */
    public MimeMessage mailTo(String address) {
        Patience.until("a mail for " + address, () -> !mailsTo(address).isEmpty());
        return mailsTo(address).get(0);
    }

    private static String recipient(MimeMessage mail) {
        try {
            return ((InternetAddress) mail.getRecipients(RecipientType.TO)[0]).getAddress();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
