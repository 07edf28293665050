package org.quanhe.crm.pipeline.control.chance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.platform.control.BrieflyKnown;

/** What was learnt of each pipeline, as everybody who works chances out needs it. */
@ApplicationScoped
public class ModelsKept {
    /** How long what another node learnt may go unnoticed here: its working out reaches what was missed. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private AfterCommit afterCommit;

    private final BrieflyKnown<Map<String, Learnt>> known = new BrieflyKnown<>(FRESH);

    /**
     * What was learnt.
     *
     * @param model empty where there were too few cases
     */
    record Learnt(int number, Judgement judgement, Optional<ChanceModel> model) {
        /** Document of a row. */
        static String document(Judgement judgement, Optional<ChanceModel> model) {
            Map<String, Object> document = new HashMap<>(Map.of("judgement", judgement.document()));
            model.ifPresent(learnt -> document.put("model", learnt.document()));
            return JsonText.write(document);
        }

        /** The model, if it is used. */
        Optional<ChanceModel> used() {
            return judgement.used() ? model : Optional.empty();
        }
    }

    /** What was learnt of a pipeline; empty before the first time. */
    Optional<Learnt> of(String pipeline) {
        return Optional.ofNullable(known.get(this::all).get(pipeline));
    }

    /** True if something was learnt of any pipeline: before, no chance is anything but its stage's. */
    boolean any() {
        return !known.get(this::all).isEmpty();
    }

    /** As the database says it now: a row that the transaction read before would still say what it said then. */
    private Map<String, Learnt> all() {
        Map<String, Learnt> all = new HashMap<>();
        entities.createQuery(
                        "select m.pipeline, m.number, m.document from ChanceModelRow m where m.number > 0",
                        Object[].class)
                .getResultStream()
                .forEach(row -> all.put((String) row[0], learnt((Integer) row[1], (String) row[2])));
        return all;
    }

    private static Learnt learnt(int number, String text) {
        Map<String, Object> document = JsonText.readMap(text);
        return new Learnt(
                number,
                Judgement.read((Map<?, ?>) document.get("judgement")),
                Optional.ofNullable((Map<?, ?>) document.get("model")).map(ChanceModel::read));
    }

    /** Something else is learnt behind the commit of this transaction. */
    void changed() {
        known.forget();
        afterCommit.run(known::forget);
    }
}
