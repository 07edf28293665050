package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.FieldDescriptor;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;

/** What a stage demands of those that come in. */
@ApplicationScoped
public class StageDemands {
    @Inject
    private RecordTypes types;

    /** INVALID, naming every field that the stage demands and that is empty. */
    public void meet(Opportunity opportunity, Stage stage) {
        RecordTypeDescriptor type = types.named(Opportunity.TYPE);
        Map<String, Object> values = RecordViews.values(type, opportunity);
        List<Violation> violations = new ArrayList<>();
        List<LocalizedMessage> labels = new ArrayList<>();
        for (String name : stage.required()) {
            FieldDescriptor field = type.fields().get(name);
            // a field that was removed since is not demanded any more
            if (field != null && !values.containsKey(name)) {
                LocalizedMessage label = LocalizedMessage.of(field.view().labelKey());
                violations.add(new Violation(name, LocalizedMessage.of("records.error.required")));
                labels.add(label);
            }
        }
        if (!violations.isEmpty()) {
            throw new CrmException(
                    CrmException.Kind.INVALID,
                    LocalizedMessage.of("pipeline.error.missing", stage.name(), listed(labels)),
                    violations,
                    null);
        }
    }

    private static LocalizedMessage listed(List<LocalizedMessage> labels) {
        LocalizedMessage all = labels.get(0);
        for (LocalizedMessage label : labels.subList(1, labels.size())) {
            all = LocalizedMessage.of("pipeline.and", all, label);
        }
        return all;
    }
}
