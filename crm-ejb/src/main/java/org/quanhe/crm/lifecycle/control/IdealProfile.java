package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.RecordCondition;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldScope;

/** The profile of the ideal customer: a condition by record type. */
@ApplicationScoped
public class IdealProfile {
    private static final int LONGEST = 4_000;

    @Inject
    private StagedTypes stagedTypes;

    @Inject
    private RecordTypes types;

    @Inject
    private Access access;

    /** As it was stored. */
    public static Map<String, String> read(String document) {
        return StagesInForce.conditions(document);
    }

    /** What differs, by record type. */
    public static List<FieldChange> difference(Map<String, String> before, Map<String, String> after) {
        return StagesDifference.maps("", before, after);
    }

    /** Reads what somebody sent; INVALID with the place of what is wrong. */
    public Map<String, String> sent(Map<String, ?> conditions) {
        Set<String> known = stagedTypes.names();
        Map<String, String> read = new TreeMap<>();
        List<Violation> wrong = new ArrayList<>();
        conditions.forEach((type, value) -> {
            String text = value instanceof String written ? written.strip() : "";
            if (!known.contains(type)) {
                wrong.add(new Violation("conditions", LocalizedMessage.of("lifecycle.error.noType")));
            } else if (!(value instanceof String)) {
                wrong.add(new Violation("conditions." + type, LocalizedMessage.of("records.metadata.error.noText")));
            } else if (text.length() > LONGEST) {
                wrong.add(new Violation(
                        "conditions." + type, LocalizedMessage.of("records.error.tooLong", text.length(), LONGEST)));
            } else if (!text.isEmpty()) {
                read.put(type, text);
            }
        });
        wrong.addAll(StagesCheck.conditions(
                read, "conditions.", type -> types.find(type).map(RecordTypeDescriptor::view)));
        if (!wrong.isEmpty()) {
            throw CrmException.invalid(wrong);
        }
        refuseHidden(read);
        return read;
    }

    /** Refuses conditions that look at a field which the caller may not read. */
    public void refuseHidden(Map<String, String> conditions) {
        conditions.forEach((name, text) -> types.find(name).ifPresent(type -> {
            FieldScope scope = access.fields(name);
            for (String field : fields(type, text)) {
                if (!scope.readable(field)) {
                    throw CrmException.invalidField(
                            "conditions." + name, LocalizedMessage.of("lifecycle.error.hidden"));
                }
            }
        }));
    }

    private static Set<String> fields(RecordTypeDescriptor type, String text) {
        try {
            return RecordCondition.parse(type.view(), text).fields();
        } catch (CrmException unreadable) {
            return Set.of();
        }
    }
}
