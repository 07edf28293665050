package org.quanhe.crm.scoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.scoring.Band;
import org.quanhe.crm.scoring.ScoreTrial;
import org.quanhe.crm.scoring.ScoreTrial.Mover;
import org.quanhe.crm.scoring.spi.LedgerLine;
import org.quanhe.crm.scoring.spi.Scored;

/** Tries a model on the leads of today: the newest that the caller may see. */
@ApplicationScoped
public class Trials {
    private static final int MOST_LEADS = 5_000;
    private static final int PORTION = 500;
    private static final int MOST_MOVERS = 50;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private ModelReader reader;

    @Inject
    private Scorekeeper keeper;

    @Inject
    private ScoreModelsKept models;

    @Inject
    private RecordTypes types;

    @Inject
    private Access access;

    /** What the document would do; INVALID if it cannot be a model. */
    public ScoreTrial of(Map<String, ?> document) {
        ScoreModel tried = reader.read(0, document);
        ScoreModel today = models.inForce();
        Map<Band, int[]> counts = new EnumMap<>(Band.class);
        List<Mover> movers = new ArrayList<>();
        int leads = 0;
        int changed = 0;
        long before = Long.MAX_VALUE;
        List<? extends RecordEntity> portion = portion(before);
        while (!portion.isEmpty() && leads < MOST_LEADS) {
            before = portion.get(portion.size() - 1).getId();
            List<? extends RecordEntity> seen = seen(portion);
            Map<Long, List<LedgerLine>> ledgers = keeper.ledgers(tried, seen);
            for (RecordEntity lead : seen) {
                int score = ((Scored) lead).points();
                int other = ScoreModel.total(ledgers.get(lead.getId()));
                Band was = today.band(score);
                Band is = tried.band(other);
                counts.computeIfAbsent(was, band -> new int[2])[0]++;
                counts.computeIfAbsent(is, band -> new int[2])[1]++;
                changed += score == other ? 0 : 1;
                if (was != is) {
                    movers.add(new Mover(lead.getId(), lead.title(), score, other, was, is));
                }
            }
            leads += seen.size();
            entities.clear();
            portion = portion(before);
        }
        movers.sort(Comparator.comparingInt((Mover mover) -> Math.abs(mover.after() - mover.before()))
                .reversed()
                .thenComparing(Mover::id));
        Map<Band, ScoreTrial.BandCount> bands = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            int[] count = counts.getOrDefault(band, new int[2]);
            bands.put(band, new ScoreTrial.BandCount(count[0], count[1]));
        }
        return new ScoreTrial(leads, changed, bands, movers.subList(0, Math.min(MOST_MOVERS, movers.size())));
    }

    private List<? extends RecordEntity> portion(long before) {
        return entities.createQuery(
                        "select r from " + types.named(Scorekeeper.LEADS).from()
                                + "r.id < :before and r.deletedAt is null order by r.id desc",
                        types.named(Scorekeeper.LEADS).entity())
                .setParameter("before", before)
                .setMaxResults(PORTION)
                .getResultList();
    }

    private List<? extends RecordEntity> seen(List<? extends RecordEntity> leads) {
        Filter readable = access.readable(Scorekeeper.LEADS);
        RecordTypeDescriptor type = types.named(Scorekeeper.LEADS);
        return leads.stream()
                .filter(lead -> RecordViews.within(readable, type, lead))
                .toList();
    }
}
