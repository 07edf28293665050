package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.lifecycle.entity.LifecycleDocument;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.platform.control.BrieflyKnown;
import org.quanhe.crm.platform.control.FreshReading;

/**
 * Stages and profile as every write of a record asks for them; at most a second old where another process of the server
 * changed them. A record that came to a stage in the second in which it went is put right with its next write.
 */
@ApplicationScoped
public class StagesInForce {
    /** Types that have conditions; read before the types themselves are. */
    static final Set<String> TYPES = Set.of("customers", "leads");

    @Inject
    private FreshReading fresh;

    @Inject
    private AfterCommit afterCommit;

    private final BrieflyKnown<Known> known = new BrieflyKnown<>(Duration.ofSeconds(1));

    private record Known(Stages stages, Map<String, String> ideal) {}

    public Stages stages() {
        return known.get(this::read).stages();
    }

    /** The profile of the ideal customer: a condition by record type. */
    Map<String, String> ideal() {
        return known.get(this::read).ideal();
    }

    /** The next question reads anew, here and behind the commit. */
    void changed() {
        afterCommit.nowAndThen(known::forget);
    }

    private Known read() {
        return fresh.of(entities -> new Known(
                StagesReader.stored(document(entities, LifecycleDocument.STAGES), TYPES),
                conditions(document(entities, LifecycleDocument.IDEAL_CUSTOMER))));
    }

    private static String document(EntityManager entities, long id) {
        LifecycleDocument row = entities.find(LifecycleDocument.class, id);
        return row == null ? "{}" : row.document();
    }

    static Map<String, String> conditions(String document) {
        Map<String, String> conditions = new LinkedHashMap<>();
        JsonText.readMap(document).forEach((type, text) -> conditions.put(type, text.toString()));
        return conditions;
    }
}
