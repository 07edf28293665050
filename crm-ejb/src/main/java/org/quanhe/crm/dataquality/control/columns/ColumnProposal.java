package org.quanhe.crm.dataquality.control.columns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/** Proposes a field for every column of a table, from its header. */
public final class ColumnProposal {
    private final RecordTypeView type;
    private final HeaderVocabulary vocabulary;

    public ColumnProposal(RecordTypeView type) {
        this.type = type;
        this.vocabulary = new HeaderVocabulary(type);
    }

    /** Targets by header in the order of the columns; empty where none fits. */
    public Map<String, String> of(List<String> headers) {
        Map<String, String> proposal = new LinkedHashMap<>();
        Set<String> used = new HashSet<>();
        for (String header : headers) {
            String target = vocabulary
                    .find(header)
                    .flatMap(found -> free(found, used))
                    .map(ColumnTarget::toString)
                    .orElse("");
            proposal.put(header, target);
            used.add(target);
        }
        return proposal;
    }

    /** The target itself, or where a second column of the same kind goes: further phones into the list of phones. */
    private Optional<ColumnTarget> free(ColumnTarget wanted, Set<String> used) {
        List<ColumnTarget> choices = new ArrayList<>(List.of(wanted));
        FieldView field = wanted.field();
        if (field.kind().contactList()) {
            choices.addAll(entries(field));
        } else if (!field.name().equals("city")) {
            type.find(field.primaryOf()).ifPresent(list -> choices.addAll(entries(list)));
        }
        return choices.stream()
                .filter(target -> !used.contains(target.toString()))
                .findFirst();
    }

    private static List<ColumnTarget> entries(FieldView list) {
        return list.choices().stream().map(code -> new ColumnTarget(list, code)).toList();
    }
}
