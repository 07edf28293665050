package org.quanhe.crm.messages.control.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.control.Carrier;
import org.quanhe.crm.messages.control.MailAddress;
import org.quanhe.crm.messages.control.MailQueue;
import org.quanhe.crm.messages.control.Refusal;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.platform.settings.Setting;
import org.quanhe.crm.privacy.spi.SendingConsent.WayOut;

/**
 * Mails go to a mail server.
 *
 * <p>Between its claim and the mail server's answer nobody can know whether a mail was taken, for SMTP has no question
 * for that: it is in doubt then, and if somebody sends it again it has the same Message-ID, by which receivers can
 * tell. A mail server that answers with a failure did not take the mail: by SMTP's rules that is certain.
 */
@ApplicationScoped
class MailCarrier implements Carrier {
    @Override
    public MessageKind kind() {
        return MessageKind.MAIL;
    }

    @Override
    public Setting setting() {
        return CrmSettings.SMTP_HOST;
    }

    @Override
    public boolean isSet() {
        return Configuration.find(CrmSettings.SMTP_HOST).isPresent();
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(2 * MailServer.timeoutMillis());
    }

    @Override
    public String address(String text) {
        MailAddress.of(text);
        return text.strip();
    }

    @Override
    public String body(MailQueue.Order order, @Nullable WayOut way) {
        return way == null
                ? order.body()
                : order.body() + "\n\n-- \n"
                        + LocalizedMessage.of("privacy.wayOut", way.url()).in(order.language());
    }

    @Override
    public LocalizedMessage interrupted() {
        return LocalizedMessage.of("messages.error.interrupted");
    }

    @Override
    public Line open() throws Refusal {
        return SmtpLine.open();
    }
}
