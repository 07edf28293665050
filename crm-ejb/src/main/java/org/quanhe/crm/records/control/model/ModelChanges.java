package org.quanhe.crm.records.control.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.metadata.Model;

/** Applies changes to a model, all or none. */
@ApplicationScoped
public class ModelChanges {
    private static final int MOST = 5_000;

    private final Map<String, ModelChange> changes = new TreeMap<>();

    protected ModelChanges() {
        // for the proxy
    }

    @Inject
    ModelChanges(@Any Instance<ModelChange> found) {
        this((Iterable<ModelChange>) found);
    }

    ModelChanges(Iterable<ModelChange> found) {
        found.forEach(change -> changes.put(change.op(), change));
    }

    /**
     * The model after these changes.
     *
     * @throws CrmException INVALID, naming every change and property that is wrong
     */
    public Model apply(Model model, List<?> documents) {
        if (documents.isEmpty()) {
            throw CrmException.invalidField("changes", LocalizedMessage.of("records.metadata.error.noChange"));
        }
        if (documents.size() > MOST) {
            throw CrmException.invalidField(
                    "changes", LocalizedMessage.of("records.error.tooMany", documents.size(), MOST));
        }
        List<Violation> violations = new ArrayList<>();
        Model changed = model;
        for (int i = 0; i < documents.size(); i++) {
            Part part = new Part("changes[" + i + "].", documents.get(i), violations);
            ModelChange change = changes.get(part.text("op", ""));
            if (change == null) {
                part.wrong(
                        "op",
                        "records.error.noChoice",
                        part.text("op", ""),
                        LocalizedMessage.of("records.list", String.join(", ", changes.keySet())));
            } else {
                changed = change.apply(changed, part);
                part.end();
            }
        }
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
        return changed;
    }
}
