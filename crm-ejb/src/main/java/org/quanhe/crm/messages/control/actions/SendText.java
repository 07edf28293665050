package org.quanhe.crm.messages.control.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Action;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.messages.MailView;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.control.actions.Recipients.Recipient;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;

/**
 * Writes a short text: {@code {"do": "text", "template": "visit-reminder"}} to the record's primary telephone number,
 * with a path such as {@code "to": "customer.phone"} to the number that stands there.
 */
@ApplicationScoped
class SendText implements Action {
    private static final String TO = "to";

    @Inject
    private TemplateArgument template;

    @Inject
    private Recipients recipients;

    @Override
    public String code() {
        return "text";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("template", Parameter.Kind.TEMPLATE).to(MessageKind.SHORT_TEXT.code()),
                Parameter.of(TO, Parameter.Kind.ADDRESS).to(FieldKind.PHONE.name()));
    }

    @Override
    public void check(Arguments step) {
        template.check(step, MessageKind.SHORT_TEXT);
        recipients.check(step, TO);
    }

    @Override
    public void run(Arguments step, Step run) {
        TemplateContent content = template.of(step);
        Recipient recipient = recipients.of(content, run, FieldKind.PHONE, step.text(TO));
        if (recipient.address().isBlank()) {
            run.say("messages.trace.noNumber");
            return;
        }
        MailView text = recipients.write(content, recipient, content.purpose(), run);
        LocalizedMessage reason = text.reason();
        if (reason != null) {
            run.say(reason);
        } else {
            run.say(
                    "messages.trace.text",
                    text.address(),
                    LocalizedMessage.of("messages.state." + text.state().name()));
        }
    }
}
