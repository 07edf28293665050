package org.quanhe.crm.scoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.control.DocumentHistory;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.scoring.ScoreModelView;
import org.quanhe.crm.scoring.ScoreModels.Side;
import org.quanhe.crm.scoring.entity.Rescoring;
import org.quanhe.crm.scoring.entity.ScoreModelRow;

/** The model in force and the draft: what is written down about them. */
@ApplicationScoped
public class ModelBook {
    private static final RecordRef THING = new RecordRef("score-model", ScoreModelRow.ONLY);

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private ModelReader reader;

    @Inject
    private ScoreModelsKept kept;

    @Inject
    private ScoringSignal signal;

    @Inject
    private DocumentHistory history;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    @Inject
    private AfterCommit afterCommit;

    @Inject
    private TimeSource time;

    public ScoreModelView shown() {
        return view(entities.find(ScoreModelRow.class, ScoreModelRow.ONLY));
    }

    /** Replaces the draft; nothing happens where it says what it said. */
    public ScoreModelView draft(Map<String, ?> document, @Nullable Long version) {
        reader.read(0, document);
        ScoreModelRow row = locked(version);
        Map<String, Object> before = ScoreModelsKept.document(row.draft());
        String after = JsonText.write(document);
        if (!before.equals(JsonText.readMap(after))) {
            row.redraft(after);
            entities.flush();
        }
        return view(row);
    }

    /** Agrees for a side; with the second one the draft is in force, and all leads are scored anew. */
    public ScoreModelView agree(Side side, long version) {
        ScoreModelRow row = locked(version);
        Map<String, Object> draft = ScoreModelsKept.document(row.draft());
        if (draft.equals(ScoreModelsKept.document(row.inForce()))) {
            throw CrmException.invalid("scoring.error.nothingNew");
        }
        reader.read(row.number() + 1, draft);
        String before = JsonText.write(ScoreModelsKept.document(row.inForce()));
        Long other = row.agreedBy(side == Side.SALES ? Side.MARKETING : Side.SALES);
        if (row.agree(side, access.caller().id())) {
            history.keep(
                    THING,
                    before,
                    JsonText.write(draft),
                    new DocumentHistory.Writing(
                            time.now(), access.caller().id(), approvers(other, access.caller()), null));
            long leads = entities.createQuery("select count(l) from Lead l where l.deletedAt is null", Long.class)
                    .getSingleResult();
            entities.persist(new Rescoring(row.number(), leads, time.now()));
            kept.changed();
            afterCommit.run(signal::ring);
        }
        entities.flush();
        return view(row);
    }

    /** Who agreed, one for each side: two people, or one who speaks for both. */
    private String approvers(@Nullable Long other, CurrentUser caller) {
        String first = other == null ? "" : views.names(List.of(other)).getOrDefault(other, "?");
        return first.equals(caller.displayName()) ? first : first + ", " + caller.displayName();
    }

    private ScoreModelRow locked(@Nullable Long version) {
        ScoreModelRow row = entities.find(ScoreModelRow.class, ScoreModelRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
        if (version != null && version != row.version()) {
            throw new CrmException(
                    CrmException.Kind.STALE, LocalizedMessage.of("records.error.stale", version, row.version()));
        }
        return row;
    }

    private ScoreModelView view(ScoreModelRow row) {
        Map<String, Object> draft = ScoreModelsKept.document(row.draft());
        Map<String, Object> inForce = ScoreModelsKept.document(row.inForce());
        Long marketing = row.agreedBy(Side.MARKETING);
        Long sales = row.agreedBy(Side.SALES);
        Map<Long, String> names =
                views.names(Stream.of(marketing, sales).filter(Objects::nonNull).toList());
        List<Rescoring> rescorings = entities.createQuery(
                        "select r from Rescoring r order by r.number desc", Rescoring.class)
                .setMaxResults(1)
                .getResultList();
        return new ScoreModelView(
                row.version(),
                draft,
                row.number(),
                inForce,
                !draft.equals(inForce),
                marketing == null ? "" : names.getOrDefault(marketing, "?"),
                sales == null ? "" : names.getOrDefault(sales, "?"),
                rescorings.isEmpty() ? null : rescorings.get(0).told(),
                history.of(THING));
    }
}
