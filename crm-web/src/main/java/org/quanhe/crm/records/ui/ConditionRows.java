package org.quanhe.crm.records.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.RecordTypeView;

/**
 * A condition as rows of field, operator and value, all of which or one of which must hold.
 *
 * @param any one of them is enough
 * @param rows the rows
 */
public record ConditionRows(boolean any, List<Row> rows) {
    /** Operators that can be picked. */
    public static final List<String> OPERATORS =
            List.of("EQ", "NE", "GT", "GE", "LT", "LE", "CONTAINS", "STARTS_WITH", "PRESENT", "ABSENT");

    /** A row. */
    public record Row(String field, String operator, String value) {
        public boolean isBlank() {
            return field.isEmpty();
        }
    }

    /** The rows of a condition; nothing where it is more than rows can say. */
    public static Optional<ConditionRows> of(RecordTypeView type, String text) {
        try {
            Filter filter = FilterText.parse(type, text, 0);
            boolean any = filter instanceof Filter.Or;
            List<Filter> parts = filter instanceof Filter.And and
                    ? and.parts()
                    : filter instanceof Filter.Or or ? or.parts() : List.of(filter);
            List<Row> rows = new ArrayList<>();
            for (Filter part : parts) {
                Row row = row(part);
                if (row == null) {
                    return Optional.empty();
                }
                rows.add(row);
            }
            return Optional.of(new ConditionRows(any, rows));
        } catch (CrmException broken) {
            return Optional.empty();
        }
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
     * The rows as a form sent them.
     *
     * @param prefix of the names of their fields
     */
    public static ConditionRows read(HttpServletRequest request, String prefix) {
        List<Row> rows = new ArrayList<>();
        String[] fields = request.getParameterValues(prefix + "field");
        for (int i = 0; fields != null && i < fields.length; i++) {
            rows.add(new Row(fields[i].strip(), at(request, prefix + "operator", i), at(request, prefix + "value", i)));
        }
        return new ConditionRows("any".equals(request.getParameter(prefix + "join")), rows);
    }

    private static String at(HttpServletRequest request, String name, int index) {
        String[] values = request.getParameterValues(name);
        return values != null && index < values.length ? values[index].strip() : "";
    }

    /** The rows, and one more to fill in. */
    public List<Row> open() {
        List<Row> open = new ArrayList<>(rows);
        if (open.isEmpty() || !open.get(open.size() - 1).isBlank()) {
            open.add(new Row("", "EQ", ""));
        }
        return open;
    }

    /** The condition as text. */
    public String text(RecordTypeView type) {
        return String.join(
                any ? " || " : " && ",
                rows.stream()
                        .filter(row -> !row.isBlank())
                        .map(row -> text(type, row))
                        .toList());
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
