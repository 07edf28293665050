package org.quanhe.crm.scoring.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.scoring.ScoreView;
import org.quanhe.crm.scoring.Scores;
import org.quanhe.crm.scoring.SignalKind;
import org.quanhe.crm.scoring.control.Explanation;
import org.quanhe.crm.scoring.control.Scorekeeper;
import org.quanhe.crm.scoring.entity.LeadSignal;
import org.quanhe.crm.scoring.entity.ScoreAdjustment;
import org.quanhe.crm.scoring.spi.Prospect;
import org.quanhe.crm.scoring.spi.SignalListener;

/** The façade of scores. */
@Stateless
@Local(Scores.class)
public class ScoresService implements Scores {
    private static final String LEADS = "leads";
    private static final int MOST_POINTS = 100;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_TOPIC = 300;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private RecordViews views;

    @Inject
    private RecordTypes types;

    @Inject
    private Scorekeeper keeper;

    @Inject
    private Explanation explanation;

    @Inject
    @Any
    private Instance<SignalListener> listeners;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    @Override
    public ScoreView explain(RecordRef ref) {
        demandLead(ref);
        return explanation.of(verbs.seen(OwnedRecord.class, ref));
    }

    @Override
    public Map<RecordRef, ScoreView> explain(Collection<RecordRef> refs) {
        refs.forEach(ScoresService::demandLead);
        Filter readable = access.readable(LEADS);
        RecordTypeDescriptor type = types.named(LEADS);
        List<RecordEntity> leads = views
                .load(type, refs.stream().map(RecordRef::id).toList())
                .stream()
                .filter(lead -> RecordViews.within(readable, type, lead))
                .toList();
        Map<RecordRef, ScoreView> scores = new HashMap<>();
        explanation.of(leads).forEach((id, score) -> scores.put(new RecordRef(LEADS, id), score));
        return scores;
    }

    @Override
    public ScoreView adjust(RecordRef ref, int points, String why) {
        if (points == 0 || Math.abs(points) > MOST_POINTS) {
            throw CrmException.invalidField("points", LocalizedMessage.of("scoring.error.points", MOST_POINTS));
        }
        String reason = why.strip();
        if (reason.isEmpty()) {
            throw CrmException.invalidField("why", LocalizedMessage.of("scoring.error.why"));
        }
        if (reason.length() > LONGEST_REASON) {
            throw CrmException.invalidField(
                    "why", LocalizedMessage.of("records.error.tooLong", reason.length(), LONGEST_REASON));
        }
        OwnedRecord lead = writable(ref);
        entities.persist(
                new ScoreAdjustment(ref.id(), points, reason, access.caller().id(), time.now()));
        return scored(lead);
    }

    @Override
    public ScoreView signal(RecordRef ref, SignalKind kind, String about, @Nullable Instant at) {
        Instant now = time.now();
        if (at != null && at.isAfter(now)) {
            throw CrmException.invalidField("at", LocalizedMessage.of("scoring.error.future"));
        }
        String topic = about.strip();
        if (topic.length() > LONGEST_TOPIC) {
            throw CrmException.invalidField(
                    "about", LocalizedMessage.of("records.error.tooLong", topic.length(), LONGEST_TOPIC));
        }
        OwnedRecord lead = writable(ref);
        LeadSignal signal = new LeadSignal(ref.id(), kind, topic, at == null ? now : at);
        entities.persist(signal);
        ScoreView score = scored(lead);
        List<Prospect.Signal> all = entities.createQuery(
                        "select s from LeadSignal s where s.leadId = :lead order by s.at, s.id", LeadSignal.class)
                .setParameter("lead", ref.id())
                .getResultStream()
                .map(LeadSignal::told)
                .toList();
        listeners.forEach(listener -> listener.did(ref.id(), all, signal.told()));
        return score;
    }

    private OwnedRecord writable(RecordRef ref) {
        demandLead(ref);
        OwnedRecord lead = verbs.locked(OwnedRecord.class, ref, null);
        verbs.demandWritable(ref.type(), lead);
        return lead;
    }

    private static void demandLead(RecordRef ref) {
        if (!ref.type().equals(LEADS)) {
            throw CrmException.notFound(ref);
        }
    }

    private ScoreView scored(OwnedRecord lead) {
        entities.flush();
        keeper.rescore(List.of(lead));
        entities.flush();
        return explanation.of(lead);
    }
}
