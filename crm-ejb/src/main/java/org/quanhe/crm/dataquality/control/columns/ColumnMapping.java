package org.quanhe.crm.dataquality.control.columns;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/**
 * Which column of a table goes where, checked against the type and the table; and what is said for all rows, such as
 * the fair that a list comes from.
 */
public final class ColumnMapping {
    private final List<String> headers;
    /** Stands before the name of a field that gets one value in all rows: {@code "=source": "VIETBUILD 2026"}. */
    public static final String FOR_ALL = "=";

    private final Map<Integer, ColumnTarget> targets = new TreeMap<>();
    private final Map<FieldView, String> forAll = new LinkedHashMap<>();
    private final String title;

    /**
     * Refuses columns that the table does not have, fields that the type does not have, and a mapping in which nothing
     * gives the records their names.
     *
     * @param mapping targets by header, values by {@code =field}; empty texts and missing headers are left out
     */
    public ColumnMapping(RecordTypeView type, List<String> headers, Map<String, String> mapping) {
        this.headers = headers;
        title = type.titleField().name();
        ColumnTargets known = new ColumnTargets(type);
        mapping.forEach((header, name) -> {
            int column = headers.indexOf(header);
            if (column < 0 && header.startsWith(FOR_ALL)) {
                sayForAll(known, header.substring(FOR_ALL.length()), name);
                return;
            }
            if (column < 0) {
                throw CrmException.invalid("dataquality.error.unknownColumn", header, String.join(", ", headers));
            }
            if (!name.isBlank()) {
                targets.put(
                        column,
                        known.find(name.strip())
                                .orElseThrow(() -> CrmException.invalid(
                                        "dataquality.error.unknownField",
                                        name,
                                        header,
                                        String.join(", ", known.names()))));
            }
        });
        refuseTwice();
        if (type.titleField().required() && titleColumns().isEmpty()) {
            throw CrmException.invalid(
                    "dataquality.error.noTitleColumn",
                    LocalizedMessage.of(type.titleField().labelKey()),
                    String.join(", ", headers));
        }
    }

    private void sayForAll(ColumnTargets known, String field, String value) {
        ColumnTarget target = known.find(field)
                .filter(found -> found.part().isEmpty() && !found.field().kind().contactList())
                .orElseThrow(() -> CrmException.invalid(
                        "dataquality.error.unknownField", field, FOR_ALL, String.join(", ", known.names())));
        if (!value.isBlank()) {
            forAll.put(target.field(), value.strip());
        }
    }

    private void refuseTwice() {
        Set<String> used = new HashSet<>();
        targets.values().stream()
                .filter(target -> !target.field().kind().many()
                        && target.field().primaryOf().isEmpty())
                .filter(target -> target.field().kind() != org.quanhe.crm.records.FieldKind.LONG_TEXT)
                .filter(target -> !used.add(target.toString()))
                .findFirst()
                .ifPresent(twice -> {
                    throw CrmException.invalid("dataquality.error.fieldTwice", twice.toString());
                });
    }

    /** What rows get that do not say otherwise. */
    Map<FieldView, String> forAll() {
        return forAll;
    }

    Map<Integer, ColumnTarget> targets() {
        return targets;
    }

    int width() {
        return headers.size();
    }

    /** True where companies are all that the table names. */
    boolean namesCompaniesOnly() {
        return !title.equals("company")
                && columnsOf(title).isEmpty()
                && !columnsOf("company").isEmpty();
    }

    /** Headers of the columns that give a record its name. */
    String titleColumns() {
        String named = columnsOf(title);
        return named.isEmpty() ? columnsOf("company") : named;
    }

    private String columnsOf(String field) {
        return targets.entrySet().stream()
                .filter(entry -> entry.getValue().field().name().equals(field))
                .map(entry -> headers.get(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** Headers of columns that go nowhere. */
    public List<String> leftOut() {
        return java.util.stream.IntStream.range(0, headers.size())
                .filter(column -> !targets.containsKey(column))
                .mapToObj(headers::get)
                .toList();
    }
}
