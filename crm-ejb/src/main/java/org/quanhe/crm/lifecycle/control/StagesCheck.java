package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordCondition;

/** Whether what stages name is there: teams, and the fields of their conditions. */
@ApplicationScoped
public class StagesCheck {
    @Inject
    private TeamMembers teams;

    /** What is wrong, with its place. */
    List<Violation> violations(List<Stage> stages, Function<String, Optional<RecordTypeView>> types) {
        List<Violation> wrong = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            String at = "stages[" + i + "].";
            if (stage.team() > 0 && teams.name(stage.team()).isEmpty()) {
                wrong.add(new Violation(at + "team", LocalizedMessage.of("lifecycle.error.noTeam")));
            }
            wrong.addAll(conditions(stage.enter(), at + "enter.", types));
            wrong.addAll(conditions(stage.exit(), at + "exit.", types));
        }
        return wrong;
    }

    /** What is wrong with conditions by record type. */
    static List<Violation> conditions(
            Map<String, String> byType, String at, Function<String, Optional<RecordTypeView>> types) {
        List<Violation> wrong = new ArrayList<>();
        byType.forEach((type, text) -> {
            try {
                Optional<RecordTypeView> known = types.apply(type);
                if (known.isPresent()) {
                    RecordCondition.parse(known.get(), text);
                }
            } catch (CrmException refused) {
                wrong.add(new Violation(at + type, refused.text()));
            }
        });
        return wrong;
    }
}
