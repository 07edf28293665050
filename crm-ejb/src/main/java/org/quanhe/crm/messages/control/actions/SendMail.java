package org.quanhe.crm.messages.control.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Action;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.messages.MailView;
import org.quanhe.crm.messages.Message;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.control.Colleague;
import org.quanhe.crm.messages.control.Colleagues;
import org.quanhe.crm.messages.control.actions.Recipients.Recipient;
import org.quanhe.crm.messages.control.template.TemplateEngine;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.spi.Access;

/**
 * Writes a mail: {@code {"do": "mail", "template": "welcome"}} to the record's primary mail address, with {@code "to":
 * "owner"} to its owner, with a path such as {@code "to": "customer.email"} to the address that stands there.
 *
 * <p>An owner gets the mail in the language that the owner reads. Others get it in that of the record's field
 * {@code language} ({@code customer.language} beside {@code customer.email}), or in the installation's.
 */
@ApplicationScoped
class SendMail implements Action {
    private static final String TO = "to";

    @Inject
    private TemplateArgument template;

    @Inject
    private TemplateEngine engine;

    @Inject
    private Colleagues colleagues;

    @Inject
    private Recipients recipients;

    @Inject
    private Access access;

    @Override
    public String code() {
        return "mail";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("template", Parameter.Kind.TEMPLATE).to(MessageKind.MAIL.code()),
                Parameter.of(TO, Parameter.Kind.ADDRESS).among(OwnedRecord.OWNER));
    }

    @Override
    public void check(Arguments step) {
        template.check(step, MessageKind.MAIL);
        String to = step.text(TO);
        if (to.equals(OwnedRecord.OWNER)) {
            if (step.type().find(OwnedRecord.OWNER).isEmpty()) {
                step.wrong(
                        TO,
                        "automation.error.notOwned",
                        LocalizedMessage.of(step.type().name() + ".type"));
            }
        } else {
            recipients.check(step, TO);
        }
    }

    @Override
    public void run(Arguments step, Step run) {
        TemplateContent content = template.of(step);
        boolean colleague = step.text(TO).equals(OwnedRecord.OWNER);
        Recipient recipient =
                colleague ? owner(content, run) : recipients.of(content, run, FieldKind.EMAIL, step.text(TO));
        if (recipient == null || recipient.address().isBlank()) {
            run.say("messages.trace.noAddress");
            return;
        }
        MailView mail = recipients.write(content, recipient, colleague ? "" : content.purpose(), run);
        LocalizedMessage reason = mail.reason();
        if (reason != null) {
            run.say(reason);
        } else {
            run.say(
                    "messages.trace.mail",
                    mail.subject(),
                    mail.address(),
                    LocalizedMessage.of("messages.state." + mail.state().name()));
        }
    }

    private @Nullable Recipient owner(TemplateContent content, Step run) {
        return run.record().value(OwnedRecord.OWNER) instanceof RecordRef owner
                ? colleagues
                        .find(owner.id())
                        .map(colleague -> new Recipient(colleague.email(), as(colleague, content, run), null))
                        .orElse(null)
                : null;
    }

    /** A colleague gets what that colleague may read. */
    private Message as(Colleague colleague, TemplateContent content, Step run) {
        return access.as(
                colleague.username(),
                () -> engine.merge(content, engine.source(run.record()), colleague.language(), colleague.zone()));
    }
}
