package org.quanhe.crm.activities.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.quanhe.crm.activities.entity.Cadence;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordCondition;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RenamedFields;
import org.quanhe.crm.records.spi.FieldUser;

/** Conditions of cadences when fields change: they follow new names. */
@ApplicationScoped
class CadenceFields implements FieldUser {
    @Inject
    private CadenceBook book;

    @Inject
    private RecordTypes types;

    @Override
    public List<Touched> touched(List<Renaming> renamings, Function<String, Optional<RecordTypeView>> after) {
        List<Touched> touched = new ArrayList<>();
        for (Cadence row : book.rows()) {
            Map<String, Object> before = JsonText.readMap(row.document());
            Map<String, Object> renamed = renamed(before, renamings);
            String type = String.valueOf(before.get("type"));
            if (fits(before, types.named(type).view())
                    && !after.apply(type).map(view -> fits(renamed, view)).orElse(false)) {
                touched.add(new Touched(type, LocalizedMessage.of("activities.fields.misfit", name(before))));
            } else if (!renamed.equals(before)) {
                touched.add(new Touched(type, LocalizedMessage.of("activities.fields.follow", name(before))));
            }
        }
        return touched;
    }

    private static String name(Map<String, Object> document) {
        return String.valueOf(document.get("name"));
    }

    private static boolean fits(Map<String, Object> document, RecordTypeView type) {
        try {
            RecordCondition.parse(type, String.valueOf(document.get("condition")));
            return true;
        } catch (CrmException misfit) {
            return false;
        }
    }

    @Override
    public void follow(List<Renaming> renamings) {
        for (Cadence row : book.rows()) {
            Map<String, Object> before = JsonText.readMap(row.document());
            Map<String, Object> renamed = renamed(before, renamings);
            if (!renamed.equals(before)) {
                row.say(JsonText.write(renamed));
            }
        }
    }

    private Map<String, Object> renamed(Map<String, Object> document, List<Renaming> renamings) {
        return RenamedFields.in(document, renamings, Set.of("condition"), types::target);
    }
}
