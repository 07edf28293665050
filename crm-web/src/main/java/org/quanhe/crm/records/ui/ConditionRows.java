package org.quanhe.crm.records.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.RecordTypeView;

/**
 * A condition as rows of field, operator and value, and groups of such rows.
 *
 * @param join how many of rows and groups must hold
 * @param rows the rows outside of groups
 * @param groups the groups
 */
public record ConditionRows(Join join, List<Row> rows, List<Group> groups) {
    /** Nothing asked for. */
    public static final ConditionRows EMPTY = new ConditionRows(Join.ALL, List.of(), List.of());

    /** Operators that can be picked. */
    public static final List<String> OPERATORS =
            List.of("EQ", "NE", "GT", "GE", "LT", "LE", "CONTAINS", "STARTS_WITH", "PRESENT", "ABSENT");

    /** How many must hold. */
    public enum Join {
        ALL,
        ANY,
        NONE;

        static Join of(@Nullable String sent) {
            return "any".equals(sent) ? ANY : "none".equals(sent) ? NONE : ALL;
        }

        /** The parts, each a comparison or in brackets, as one condition. */
        String text(List<String> parts) {
            String joined = String.join(this == ALL ? " && " : " || ", parts);
            return this == NONE && !parts.isEmpty() ? "!(" + joined + ")" : joined;
        }
    }

    /** A row. */
    public record Row(String field, String operator, String value) {
        public boolean isBlank() {
            return field.isEmpty();
        }
    }

    /**
     * Rows that hold together.
     *
     * @param number by which its rows are told from others when they are sent
     */
    public record Group(int number, Join join, List<Row> rows) {
        /** The rows, and one more to fill in. */
        public List<Row> getOpen() {
            return opened(rows);
        }
    }

    /** The rows of a condition; nothing where it is more than rows and groups can say. */
    public static Optional<ConditionRows> of(RecordTypeView type, String text) {
        try {
            Filter filter = FilterText.parse(type, text, 0);
            List<Row> rows = new ArrayList<>();
            List<Group> groups = new ArrayList<>();
            Parts whole = parts(filter);
            for (Filter part : whole.parts()) {
                Row row = row(part);
                Parts inner = parts(part);
                List<Row> within = inner.parts().stream()
                        .map(ConditionRows::row)
                        .filter(Objects::nonNull)
                        .toList();
                if (row != null) {
                    rows.add(row);
                } else if (within.size() == inner.parts().size()) {
                    groups.add(new Group(groups.size() + 1, inner.join(), within));
                } else {
                    return Optional.empty();
                }
            }
            return Optional.of(new ConditionRows(whole.join(), rows, groups));
        } catch (CrmException broken) {
            return Optional.empty();
        }
    }

    /** A condition as what it joins. */
    private record Parts(Join join, List<Filter> parts) {}

    private static Parts parts(Filter filter) {
        if (row(filter) != null) {
            return new Parts(Join.ALL, List.of(filter));
        }
        if (filter instanceof Filter.And and) {
            return new Parts(Join.ALL, and.parts());
        }
        if (filter instanceof Filter.Or or) {
            return new Parts(Join.ANY, or.parts());
        }
        if (filter instanceof Filter.Not not) {
            return new Parts(Join.NONE, not.part() instanceof Filter.Or or ? or.parts() : List.of(not.part()));
        }
        return new Parts(Join.ALL, List.of(filter));
    }

    private static @Nullable Row row(Filter part) {
        if (part instanceof Filter.Compare compare) {
            Object literal = compare.literal();
            String value = literal instanceof BigDecimal number ? number.toPlainString() : literal.toString();
            return new Row(compare.field(), compare.op().name(), value);
        }
        if (part instanceof Filter.Present present) {
            return new Row(present.field(), "PRESENT", "");
        }
        return part instanceof Filter.Not not && not.part() instanceof Filter.Present present
                ? new Row(present.field(), "ABSENT", "")
                : null;
    }

    /**
     * Rows and groups as a form sent them.
     *
     * @param prefix of the names of their fields
     */
    public static ConditionRows read(HttpServletRequest request, String prefix) {
        return read(request.getParameterMap(), prefix);
    }

    /** Rows and groups as they were sent, by the names of their fields. */
    public static ConditionRows read(Map<String, String[]> sent, String prefix) {
        Map<String, List<Row>> byGroup = new HashMap<>();
        String[] fields = sent.get(prefix + "field");
        for (int i = 0; fields != null && i < fields.length; i++) {
            byGroup.computeIfAbsent(at(sent, prefix + "group", i), group -> new ArrayList<>())
                    .add(new Row(fields[i].strip(), at(sent, prefix + "operator", i), at(sent, prefix + "value", i)));
        }
        List<Group> groups = new ArrayList<>();
        String[] numbers = sent.get(prefix + "groupid");
        for (int i = 0; numbers != null && i < numbers.length; i++) {
            Join join = Join.of(at(sent, prefix + "groupjoin", i));
            groups.add(new Group(groups.size() + 1, join, byGroup.getOrDefault(numbers[i].strip(), List.of())));
        }
        return new ConditionRows(Join.of(at(sent, prefix + "join", 0)), byGroup.getOrDefault("0", List.of()), groups);
    }

    private static String at(Map<String, String[]> sent, String name, int index) {
        String[] values = sent.get(name);
        return values != null && index < values.length ? values[index].strip() : "";
    }

    /** The same with those of its rows alone, and without groups of which none is left. */
    public ConditionRows keeping(Predicate<Row> wanted) {
        List<Group> kept = groups.stream()
                .map(group -> new Group(
                        group.number(),
                        group.join(),
                        group.rows().stream().filter(wanted).toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        return new ConditionRows(join, rows.stream().filter(wanted).toList(), kept);
    }

    public boolean isBlank() {
        return rows.stream().allMatch(Row::isBlank)
                && groups.stream().allMatch(group -> group.rows().stream().allMatch(Row::isBlank));
    }

    /** The rows, and one more to fill in. */
    public List<Row> getOpen() {
        return opened(rows);
    }

    private static List<Row> opened(List<Row> rows) {
        List<Row> open = new ArrayList<>(rows);
        if (open.isEmpty() || !open.get(open.size() - 1).isBlank()) {
            open.add(new Row("", "EQ", ""));
        }
        return open;
    }

    /** The condition as text. */
    public String text(RecordTypeView type) {
        List<String> parts = new ArrayList<>(texts(type, rows));
        for (Group group : groups) {
            List<String> within = texts(type, group.rows());
            if (!within.isEmpty()) {
                String text = group.join().text(within);
                parts.add(group.join() == Join.NONE ? text : "(" + text + ")");
            }
        }
        return join.text(parts);
    }

    private static List<String> texts(RecordTypeView type, List<Row> rows) {
        return rows.stream()
                .filter(row -> !row.isBlank())
                .map(row -> text(type, row))
                .toList();
    }

    private static String text(RecordTypeView type, Row row) {
        String field = row.field();
        String value = literal(type, row);
        return switch (row.operator()) {
            case "PRESENT" -> "has(" + field + ")";
            case "ABSENT" -> "!has(" + field + ")";
            case "CONTAINS" -> field + ".contains(" + value + ")";
            case "STARTS_WITH" -> field + ".startsWith(" + value + ")";
            case "NE" -> field + " != " + value;
            case "GT" -> field + " > " + value;
            case "GE" -> field + " >= " + value;
            case "LT" -> field + " < " + value;
            case "LE" -> field + " <= " + value;
            default -> field + " == " + value;
        };
    }

    private static String literal(RecordTypeView type, Row row) {
        Optional<FieldView> field = type.find(row.field());
        boolean bare = field.isPresent()
                && switch (field.get().kind()) {
                    case NUMBER -> row.value().matches("-?\\d+(\\.\\d+)?");
                    case YES_NO -> row.value().matches("true|false");
                    case REFERENCE, REFERENCES -> row.value().matches("\\d+");
                    default -> false;
                };
        return bare ? row.value() : '"' + row.value().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
