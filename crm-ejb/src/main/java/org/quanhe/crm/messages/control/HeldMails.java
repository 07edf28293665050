package org.quanhe.crm.messages.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.messages.MailView.State;
import org.quanhe.crm.messages.Mails;
import org.quanhe.crm.messages.NoticeKind;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;

/** Mails that wait because their automation writes to many people: somebody decides on all of them at once. */
@ApplicationScoped
public class HeldMails {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private Colleagues colleagues;

    @Inject
    private NoticeBook notices;

    @Inject
    private MailSignal signal;

    /** What waits, by automation. */
    public List<Mails.Held> all() {
        return entities
                .createQuery(
                        "select m.automationId, max(m.cause), count(m), count(distinct m.address), max(m.id) from Mail m"
                                + " where m.state = :held group by m.automationId order by m.automationId",
                        Object[].class)
                .setParameter("held", State.HELD)
                .getResultList()
                .stream()
                .map(row ->
                        new Mails.Held((Long) row[0], row[1].toString(), (Long) row[2], (Long) row[3], (Long) row[4]))
                .toList();
    }

    /** Those of the automation up to that number go out. */
    public int release(long automation, long upTo) {
        signal.behindTheCommit();
        return decide(State.WAITING, ", m.nextAt = m.createdAt", automation, upTo);
    }

    /** Those of the automation up to that number do not go out. */
    public int discard(long automation, long upTo) {
        return decide(State.DISCARDED, "", automation, upTo);
    }

    private int decide(State state, String more, long automation, long upTo) {
        return entities.createQuery("update Mail m set m.state = :state, m.version = m.version + 1" + more
                        + " where m.automationId = :automation and m.state = :held and m.id <= :upTo")
                .setParameter("state", state)
                .setParameter("automation", automation)
                .setParameter("held", State.HELD)
                .setParameter("upTo", upTo)
                .executeUpdate();
    }

    /** Tells the automation's author that mails wait, when the first one does. */
    public void tellAuthor(Step run) {
        entities.flush();
        boolean first = entities.createQuery(
                                "select m.id from Mail m where m.automationId = :automation and m.state = :held",
                                Long.class)
                        .setParameter("automation", run.automation())
                        .setParameter("held", State.HELD)
                        .setMaxResults(2)
                        .getResultList()
                        .size()
                == 1;
        if (first) {
            accounts.find(run.author())
                    .flatMap(author -> colleagues.find(author.id()))
                    .ifPresent(author -> notices.tell(
                            author,
                            new NoticeBook.News(
                                    NoticeKind.AUTOMATION,
                                    LocalizedMessage.of(
                                            "messages.notice.held",
                                            run.why(),
                                            Configuration.number(CrmSettings.MAIL_ASK_ABOVE)),
                                    "",
                                    null,
                                    run.why(),
                                    null)));
        }
    }
}
