package org.quanhe.crm.messages.control.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Action;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.messages.MailView;
import org.quanhe.crm.messages.Message;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.NoticeKind;
import org.quanhe.crm.messages.control.Colleague;
import org.quanhe.crm.messages.control.Colleagues;
import org.quanhe.crm.messages.control.HeldMails;
import org.quanhe.crm.messages.control.NoticeBook;
import org.quanhe.crm.messages.control.template.TemplateEngine;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.Evaluation;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.spi.Access;

/**
 * Tells colleagues: {@code {"do": "notify", "to": "owner", "text": "Call {{name}}"}}, to the record's {@code owner}, to
 * all of its {@code team}, or to the user of a number; with {@code template} instead of a text, in the language of
 * each. Who may not see the record is not told.
 */
@ApplicationScoped
class Notify implements Action {
    private static final String TO = "to";
    private static final String TEXT = "text";
    private static final String TEMPLATE = "template";
    private static final int LONGEST = 300;

    @Inject
    private TemplateArgument template;

    @Inject
    private TemplateEngine engine;

    @Inject
    private TeamMembers members;

    @Inject
    private Colleagues colleagues;

    @Inject
    private NoticeBook book;

    @Inject
    private HeldMails held;

    @Inject
    private Access access;

    @Override
    public String code() {
        return "notify";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(TEXT, Parameter.Kind.MERGED_TEXT),
                Parameter.of(TEMPLATE, Parameter.Kind.TEMPLATE).to(MessageKind.NOTIFICATION.code()),
                Parameter.of(TO, Parameter.Kind.RECIPIENT)
                        .among(OwnedRecord.OWNER, OwnedRecord.TEAM)
                        .or(OwnedRecord.OWNER));
    }

    @Override
    public void check(Arguments step) {
        if (step.raw(TEMPLATE) != null) {
            template.check(step, MessageKind.NOTIFICATION);
        } else if (step.text(TEXT).isBlank()) {
            step.wrong(TEXT, "records.error.required");
        } else {
            engine.wrong(step.type(), step.text(TEXT))
                    .forEach(text -> step.wrong(TEXT, text.key(), text.args().toArray()));
        }
        checkRecipient(step, step.text(TO));
    }

    private void checkRecipient(Arguments step, String to) {
        boolean byField = to.isEmpty() || to.equals(OwnedRecord.OWNER) || to.equals(OwnedRecord.TEAM);
        if (byField && step.type().find(OwnedRecord.OWNER).isEmpty()) {
            step.wrong(
                    TO,
                    "automation.error.notOwned",
                    LocalizedMessage.of(step.type().name() + ".type"));
        } else if (!byField
                && (!to.matches("\\d{1,18}")
                        || colleagues.find(Long.parseLong(to)).isEmpty())) {
            step.wrong(TO, "messages.error.noRecipient", to);
        }
    }

    @Override
    public void run(Arguments step, Step run) {
        List<String> told = new ArrayList<>();
        for (Colleague colleague : recipients(step.text(TO), run)) {
            if (access.as(colleague.username(), () -> mayRead(run))) {
                Message message = access.as(colleague.username(), () -> message(step, run, colleague));
                String subject = message.subject().length() > LONGEST
                        ? message.subject().substring(0, LONGEST) + "…"
                        : message.subject();
                NoticeBook.Given given = book.tell(
                        colleague,
                        new NoticeBook.News(
                                NoticeKind.AUTOMATION,
                                LocalizedMessage.of("messages.notice.plain", subject),
                                message.body(),
                                run.record().ref(),
                                run.why(),
                                run.automation()));
                if (given.mail() != null && given.mail().state() == MailView.State.HELD) {
                    held.tellAuthor(run);
                }
                told.add(colleague.name());
            } else {
                run.say("messages.trace.mayNotSee", colleague.name());
            }
        }
        if (told.isEmpty()) {
            run.say("messages.trace.nobody");
        } else {
            run.say("messages.trace.notified", String.join(", ", told));
        }
    }

    private List<Colleague> recipients(String to, Step run) {
        List<Long> users = new ArrayList<>();
        if (to.equals(OwnedRecord.TEAM)) {
            if (run.record().value(OwnedRecord.TEAM) instanceof RecordRef team) {
                users.addAll(members.of(team.id()));
            }
        } else if (to.isEmpty() || to.equals(OwnedRecord.OWNER)) {
            if (run.record().value(OwnedRecord.OWNER) instanceof RecordRef owner) {
                users.add(owner.id());
            }
        } else {
            users.add(Long.parseLong(to));
        }
        return users.stream().map(colleagues::find).flatMap(Optional::stream).toList();
    }

    /** As the colleague who is to be told. */
    private boolean mayRead(Step run) {
        Filter readable = access.readable(run.record().ref().type());
        return Evaluation.holds(readable, run.record().values());
    }

    private Message message(Arguments step, Step run, Colleague colleague) {
        if (step.raw(TEMPLATE) != null) {
            return engine.merge(template.of(step), engine.source(run.record()), colleague.language(), colleague.zone());
        }
        String text =
                engine.merge(step.text(TEXT), engine.source(run.record()), colleague.language(), colleague.zone());
        return new Message(colleague.language(), text, "", List.of());
    }
}
