package org.quanhe.crm.messages.control.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.TextParts;
import org.quanhe.crm.messages.control.Carrier;
import org.quanhe.crm.messages.control.MailQueue;
import org.quanhe.crm.messages.control.PhoneAddress;
import org.quanhe.crm.messages.control.Refusal;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.platform.settings.Setting;
import org.quanhe.crm.privacy.spi.SendingConsent.WayOut;

/**
 * Short texts go to a gateway by HTTP: that of a provider, or of the company.
 *
 * <p>Each carries its own number, the same in every try, as {@code Idempotency-Key}: a gateway that heeds it sends none
 * twice. Whether others took a text that they did not answer for nobody can know: it is in doubt then.
 */
@ApplicationScoped
class TextCarrier implements Carrier {
    @Override
    public MessageKind kind() {
        return MessageKind.SHORT_TEXT;
    }

    @Override
    public Setting setting() {
        return CrmSettings.TEXT_URL;
    }

    @Override
    public boolean isSet() {
        return Configuration.find(CrmSettings.TEXT_URL).isPresent();
    }

    @Override
    public Duration patience() {
        return TextGateway.timeout().multipliedBy(2);
    }

    @Override
    public String address(String text) {
        return PhoneAddress.of(text).number();
    }

    /**
     * With marks the way out would make every part of a text without them shorter by half: the address alone says it.
     */
    @Override
    public String body(MailQueue.Order order, @Nullable WayOut way) {
        if (way == null) {
            return order.body();
        }
        String told = LocalizedMessage.of("privacy.wayOut.text", way.url()).in(order.language());
        boolean dearer = TextParts.isPlain(order.body()) && !TextParts.isPlain(told);
        return order.body() + "\n" + (dearer ? way.url() : told);
    }

    @Override
    public LocalizedMessage interrupted() {
        return LocalizedMessage.of("messages.error.text.interrupted");
    }

    @Override
    public Line open() throws Refusal {
        return GatewayLine.open();
    }
}
