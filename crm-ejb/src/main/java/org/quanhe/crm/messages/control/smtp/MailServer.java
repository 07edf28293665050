package org.quanhe.crm.messages.control.smtp;

import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.control.MailAddress;
import org.quanhe.crm.messages.control.Refusal;
import org.quanhe.crm.messages.control.Refusal.Meaning;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.platform.settings.Setting;

/**
 * The mail server, as the settings say.
 *
 * @param properties what Jakarta Mail wants to know
 * @param from sender of all mails
 */
record MailServer(Properties properties, InternetAddress from) {
    private static final List<String> TLS = List.of("starttls", "tls", "none");

    /** Milliseconds that the mail server may take for one answer. */
    static long timeoutMillis() {
        return Math.max(1, Configuration.number(CrmSettings.SMTP_TIMEOUT)) * 1_000L;
    }

    /** Reads the settings; a wrong one is told as a refusal, so that it is seen at the mails that wait. */
    static MailServer read() throws Refusal {
        String tls = Configuration.text(CrmSettings.SMTP_TLS).strip();
        if (!TLS.contains(tls)) {
            throw wrong(CrmSettings.SMTP_TLS, tls, null);
        }
        Properties properties = new Properties();
        String timeout = Long.toString(timeoutMillis());
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty(
                "mail.smtp.host", Configuration.text(CrmSettings.SMTP_HOST).strip());
        properties.setProperty(
                "mail.smtp.port", Configuration.text(CrmSettings.SMTP_PORT).strip());
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty(
                "mail.smtp.auth",
                Boolean.toString(Configuration.find(CrmSettings.SMTP_USER).isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls.equals("starttls")));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(tls.equals("starttls")));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls.equals("tls")));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return new MailServer(
                properties, from(Configuration.text(CrmSettings.SMTP_FROM).strip()));
    }

    private static InternetAddress from(String text) throws Refusal {
        try {
            InternetAddress from = new InternetAddress(text, true);
            from.setAddress(MailAddress.of(from.getAddress()).value());
            from.setPersonal(from.getPersonal(), StandardCharsets.UTF_8.name());
            return from;
        } catch (AddressException | UnsupportedEncodingException | CrmException noAddress) {
            throw wrong(CrmSettings.SMTP_FROM, text, noAddress);
        }
    }

    private static Refusal wrong(Setting setting, String found, @Nullable Throwable cause) {
        return new Refusal(
                Meaning.LATER,
                LocalizedMessage.of("messages.error.setting", setting.key(), setting.unit(), found),
                cause);
    }

    Session session() {
        return Session.getInstance(properties);
    }
}
