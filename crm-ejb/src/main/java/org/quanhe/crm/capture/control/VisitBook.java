package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.capture.entity.KnownVisitor;
import org.quanhe.crm.capture.entity.Visit;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.privacy.Purpose;
import org.quanhe.crm.privacy.spi.ConsentLedger;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.scoring.Scores;
import org.quanhe.crm.scoring.SignalKind;

/** Page views of visitors, and whose they are where the visitor agreed that this is known. */
@ApplicationScoped
public class VisitBook {
    /** Numbers that browsers make up: what cannot be guessed cannot be claimed. */
    public static final Pattern VISITOR = Pattern.compile("[0-9a-f]{32}");

    /** So many of the newest join a lead: more would say nothing else. */
    private static final int MOST_JOINED = 50;

    private static final int LONGEST_ABOUT = 300;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Scores scores;

    @Inject
    private ConsentLedger ledger;

    @Inject
    private RecordTypes types;

    @Inject
    private TimeSource time;

    /** A page was looked at: it waits, or goes to the lead that the visitor is. */
    public void note(String visitor, String page, String title) {
        Instant now = time.now();
        KnownVisitor known = entities.find(KnownVisitor.class, visitor, LockModeType.PESSIMISTIC_WRITE);
        if (known != null && known.unseenSince(kept())) {
            entities.remove(known);
            known = null;
        }
        if (known == null) {
            entities.persist(new Visit(visitor, page, title, now));
        } else if (agrees(known.lead())) {
            boolean another = known.look(now);
            RecordRef lead = new RecordRef(PersonKeyBook.LEADS, known.lead());
            if (another) {
                scores.signal(lead, SignalKind.VISIT, about(page), now);
            }
            scores.signal(lead, SignalKind.PAGE, about(page), now);
        } else {
            // taken back elsewhere: nothing is noted, and nobody knows any more whose browser it is
            entities.remove(known);
        }
    }

    private boolean agrees(long lead) {
        RecordEntity found = types.named(PersonKeyBook.LEADS).find(entities, lead, LockModeType.NONE);
        return found != null
                && !found.deleted()
                && ledger.allows(new RecordRef(PersonKeyBook.LEADS, lead), Purpose.VISITS);
    }

    /** The visitor is that lead and agrees that it is known: what waited joins it with its own times. */
    void join(String visitor, RecordRef lead) {
        if (!VISITOR.matcher(visitor).matches()) {
            return;
        }
        List<Visit> newest = new ArrayList<>(entities.createQuery(
                        "select v from Visit v where v.visitor = :visitor and v.at >= :kept"
                                + " order by v.at desc, v.id desc",
                        Visit.class)
                .setParameter("visitor", visitor)
                .setParameter("kept", kept())
                .setMaxResults(MOST_JOINED)
                .getResultList());
        Collections.reverse(newest);
        Instant before = null;
        for (Visit visit : newest) {
            if (begins(before, visit.at())) {
                scores.signal(lead, SignalKind.VISIT, about(visit.page()), visit.at());
            }
            scores.signal(lead, SignalKind.PAGE, about(visit.page()), visit.at());
            before = visit.at();
        }
        forgetPages(visitor);
        KnownVisitor known = entities.find(KnownVisitor.class, visitor, LockModeType.PESSIMISTIC_WRITE);
        if (known == null) {
            known = new KnownVisitor(visitor);
            entities.persist(known);
        }
        known.be(lead.id(), time.now());
    }

    private static boolean begins(@Nullable Instant before, Instant at) {
        return before == null || before.plus(KnownVisitor.PAUSE).isBefore(at);
    }

    /** The visitor does not agree any more, here and at the lead. */
    public void forget(String visitor) {
        forgetPages(visitor);
        KnownVisitor known = entities.find(KnownVisitor.class, visitor, LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            entities.remove(known);
            if (agrees(known.lead())) {
                ledger.withdrawn(
                        new RecordRef(PersonKeyBook.LEADS, known.lead()),
                        Purpose.VISITS,
                        new ConsentLedger.Evidence("site", "", time.now()));
            }
        }
    }

    private void forgetPages(String visitor) {
        entities.createQuery("delete from Visit v where v.visitor = :visitor")
                .setParameter("visitor", visitor)
                .executeUpdate();
    }

    /** What is older counts no more, whether or not it has been swept away. */
    private Instant kept() {
        return time.now().minus(Duration.ofDays(Configuration.number(CrmSettings.VISITS_DAYS)));
    }

    /**
     * What is too old is forgotten.
     *
     * @return how many page views went
     */
    public int sweep() {
        Instant kept = kept();
        entities.createQuery("delete from KnownVisitor k where k.seen < :kept")
                .setParameter("kept", kept)
                .executeUpdate();
        return entities.createQuery("delete from Visit v where v.at < :kept")
                .setParameter("kept", kept)
                .executeUpdate();
    }

    private static String about(String page) {
        return page.length() > LONGEST_ABOUT ? page.substring(0, LONGEST_ABOUT) : page;
    }
}
