package org.quanhe.crm.messages.control.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.messages.MailView;
import org.quanhe.crm.messages.Message;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.control.HeldMails;
import org.quanhe.crm.messages.control.MailQueue;
import org.quanhe.crm.messages.control.template.MergeSource;
import org.quanhe.crm.messages.control.template.TemplateEngine;
import org.quanhe.crm.messages.entity.Mail;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.FieldKind;

/**
 * Whom an action writes to: the record itself, or the address at the end of a path such as {@code customer.email}; in
 * the language of the field {@code language} beside it, or in the installation's.
 */
@ApplicationScoped
class Recipients {
    private static final String LANGUAGE = "language";

    @Inject
    private TemplateEngine engine;

    @Inject
    private MailQueue queue;

    @Inject
    private HeldMails held;

    /** To whom, what, and which record that is; colleagues are none. */
    record Recipient(
            String address, Message message, @Nullable RecordRef person) {}

    /** Refuses a path that leads nowhere. */
    void check(Arguments step, String argument) {
        String path = step.text(argument);
        if (!path.isEmpty()) {
            engine.wrongPath(step.type(), path)
                    .ifPresent(
                            text -> step.wrong(argument, text.key(), text.args().toArray()));
        }
    }

    /**
     * Who is written to.
     *
     * @param kind of the fields that hold the record's own address
     * @param path where another one stands, empty for its own
     */
    Recipient of(TemplateContent content, Step run, FieldKind kind, String path) {
        MergeSource source = engine.source(run.record());
        ZoneId zone = ZoneId.of(Configuration.text(CrmSettings.TIME_ZONE));
        Language own = Language.ofTag(Configuration.text(CrmSettings.LANGUAGE));
        String address = path.isEmpty() ? source.address(kind).orElse("") : engine.value(path, source, own, zone);
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

    /**
     * Writes to them; the author is told if that has to wait for a decision.
     *
     * @param purpose what they must have agreed to, empty for nothing
     */
    MailView write(TemplateContent content, Recipient recipient, String purpose, Step run) {
        Message message = recipient.message();
        Mail mail = queue.add(new MailQueue.Order(
                content.kind(),
                recipient.address(),
                message.language(),
                message.subject(),
                message.body(),
                run.why(),
                run.record().ref(),
                run.automation(),
                purpose.isEmpty() ? null : new MailQueue.Agreed(recipient.person(), purpose)));
        if (mail.state() == MailView.State.HELD) {
            held.tellAuthor(run);
        }
        return mail.view();
    }
}
