package org.quanhe.crm.messages.control.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.quanhe.crm.messages.control.HeldMails;
import org.quanhe.crm.messages.control.MailQueue;
import org.quanhe.crm.messages.control.template.MergeSource;
import org.quanhe.crm.messages.control.template.TemplateEngine;
import org.quanhe.crm.messages.entity.Mail;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
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
    private static final String LANGUAGE = "language";

    @Inject
    private TemplateArgument template;

    @Inject
    private TemplateEngine engine;

    @Inject
    private Colleagues colleagues;

    @Inject
    private MailQueue queue;

    @Inject
    private HeldMails held;

    @Inject
    private Access access;

    /** To whom, in which language, and which record that is; colleagues are none. */
    private record Recipient(
            String address, Message message, @Nullable RecordRef person) {}

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
        } else if (!to.isEmpty()) {
            engine.wrongPath(step.type(), to)
                    .ifPresent(text -> step.wrong(TO, text.key(), text.args().toArray()));
        }
    }

    @Override
    public void run(Arguments step, Step run) {
        TemplateContent content = template.of(step);
        Recipient recipient =
                step.text(TO).equals(OwnedRecord.OWNER) ? owner(content, run) : other(content, run, step.text(TO));
        if (recipient == null || recipient.address().isBlank()) {
            run.say("messages.trace.noAddress");
            return;
        }
        Message message = recipient.message();
        Mail mail = queue.add(new MailQueue.Order(
                MessageKind.MAIL,
                recipient.address(),
                message.language(),
                message.subject(),
                message.body(),
                run.why(),
                run.record().ref(),
                run.automation(),
                content.purpose().isEmpty() || step.text(TO).equals(OwnedRecord.OWNER)
                        ? null
                        : new MailQueue.Agreed(recipient.person(), content.purpose())));
        tell(mail.view(), run);
    }

    private void tell(MailView mail, Step run) {
        LocalizedMessage reason = mail.reason();
        if (reason != null) {
            run.say(reason);
            return;
        }
        if (mail.state() == MailView.State.HELD) {
            held.tellAuthor(run);
        }
        run.say(
                "messages.trace.mail",
                mail.subject(),
                mail.address(),
                LocalizedMessage.of("messages.state." + mail.state().name()));
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

    private Recipient other(TemplateContent content, Step run, String path) {
        MergeSource source = engine.source(run.record());
        ZoneId zone = ZoneId.of(Configuration.text(CrmSettings.TIME_ZONE));
        Language own = Language.ofTag(Configuration.text(CrmSettings.LANGUAGE));
        String address = path.isEmpty() ? source.mailAddress().orElse("") : engine.value(path, source, own, zone);
        int dot = path.indexOf('.');
        Language language = language(source, dot < 0 ? LANGUAGE : path.substring(0, dot + 1) + LANGUAGE)
                .orElse(own);
        Object person = dot < 0
                ? run.record().ref()
                : source.raw(path.substring(0, dot)).orElse(null);
        return new Recipient(
                address, engine.merge(content, source, language, zone), person instanceof RecordRef ref ? ref : null);
    }

    private static Optional<Language> language(MergeSource source, String path) {
        return source.raw(path).flatMap(value -> Arrays.stream(Language.values())
                .filter(language -> language.tag().equalsIgnoreCase(value.toString()))
                .findFirst());
    }
}
