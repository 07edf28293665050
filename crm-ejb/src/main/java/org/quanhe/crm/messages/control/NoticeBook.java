package org.quanhe.crm.messages.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.NoticeChannel;
import org.quanhe.crm.messages.NoticeKind;
import org.quanhe.crm.messages.entity.Mail;
import org.quanhe.crm.messages.entity.Notice;
import org.quanhe.crm.messages.entity.NoticeChoice;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;

/** Tells colleagues what happened, as each of them has chosen, inside the transaction in which it happens. */
@ApplicationScoped
public class NoticeBook {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private MailQueue mails;

    @Inject
    private TimeSource time;

    /**
     * What is told.
     *
     * @param text one line
     * @param body more, or empty
     * @param record what it is about, null for nothing in particular
     * @param cause name of the automation, empty if it comes from none
     * @param automation its number, null if it comes from none
     */
    public record News(
            NoticeKind kind,
            LocalizedMessage text,
            String body,
            @Nullable RecordRef record,
            String cause,
            @Nullable Long automation) {}

    /** What somebody was told; both are null for who wants to hear nothing of it. */
    public record Given(@Nullable Notice notice, @Nullable Mail mail, Language language) {
        /** Says something else, in the transaction that wrote it. */
        void say(LocalizedMessage text) {
            if (notice != null) {
                notice.say(text);
            }
            if (mail != null) {
                mail.say(text.in(language));
            }
        }

        /** True if nobody is told anything. */
        public boolean isNothing() {
            return notice == null && mail == null;
        }
    }

    /** Tells a colleague. Who wants a mail and has no address finds it on the page: it is not lost. */
    public Given tell(Colleague colleague, News news) {
        NoticeChannel channel = channel(colleague.id(), news.kind());
        boolean byMail = channel.byMail() && !colleague.email().isBlank();
        Notice notice = null;
        if (channel.onPage() || channel.byMail() && !byMail) {
            notice = new Notice(colleague.id(), news.kind(), news.text(), news.body(), news.record(), time.now());
            entities.persist(notice);
        }
        Mail mail = byMail ? mails.add(order(colleague, news)) : null;
        return new Given(notice, mail, colleague.language());
    }

    private static MailQueue.Order order(Colleague colleague, News news) {
        Language language = colleague.language();
        String line = news.text().in(language);
        String cause = news.cause().isEmpty()
                ? LocalizedMessage.of("messages.kind." + news.kind().code()).in(language)
                : news.cause();
        return new MailQueue.Order(
                MessageKind.MAIL,
                colleague.email(),
                language,
                line,
                news.body().isBlank() ? line : line + "\n\n" + news.body(),
                cause,
                news.record(),
                news.automation(),
                null);
    }

    /** How somebody wants to hear of that; on the page until they have chosen. */
    public NoticeChannel channel(long user, NoticeKind kind) {
        NoticeChoice choice = entities.find(NoticeChoice.class, NoticeChoice.id(user, kind));
        return choice == null ? NoticeChannel.PAGE : choice.channel();
    }
}
