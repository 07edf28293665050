package org.quanhe.crm.records.control;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a type are to be worked out anew, as it stands in a row of the outbox:
 *
 * <pre>
 * 5,6            these
 * customer:5,6&gt;0 all that point to these by their field "customer", behind number 0
 * order.customer:5&gt;0 all that point to it over two records, by the field "order" and the other one's "customer"
 * &gt;0             all, behind number 0
 * &gt;&gt;0            all for a second time
 * 5,6~           these, because fields were published
 * 5,6@3,4        these, because of automation 3, which led to 4
 * </pre>
 *
 * @param relation reference field, or two of them as {@code order.customer}; empty without one
 * @param ids the records, or those that are pointed to; empty for all
 * @param behind number of the last record that is done
 * @param again all were worked out once
 * @param origin what led to it
 */
record CalculationTask(String relation, List<Long> ids, long behind, boolean again, Origin origin) {
    private static final Pattern FORM = Pattern.compile("(?:([\\w.]+):)?([\\d,]*)(?:(>>?)(\\d+))?(~)?(?:@([\\d,]+))?");

    static CalculationTask these(List<Long> ids, Origin origin) {
        return new CalculationTask("", ids, 0, false, origin);
    }

    static CalculationTask pointing(String relation, List<Long> targets, Origin origin) {
        return new CalculationTask(relation, targets, 0, false, origin);
    }

    /** All records, because fields were published. */
    static CalculationTask everything() {
        return new CalculationTask("", List.of(), 0, false, Origin.PUBLISHED);
    }

    static CalculationTask read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no task of calculation: " + text);
        }
        return new CalculationTask(
                form.group(1) == null ? "" : form.group(1),
                numbers(form.group(2)),
                form.group(4) == null ? 0 : Long.parseLong(form.group(4)),
                ">>".equals(form.group(3)),
                new Origin(numbers(form.group(6)), form.group(5) != null));
    }

    private static List<Long> numbers(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }

    private static String numbers(List<Long> some) {
        return some.stream().map(id -> Long.toString(id)).collect(Collectors.joining(","));
    }

    boolean all() {
        return ids.isEmpty();
    }

    /** True for a list of records that is done at once. */
    boolean plain() {
        return relation.isEmpty() && !ids.isEmpty();
    }

    CalculationTask behind(long last) {
        return new CalculationTask(relation, ids, last, again, origin);
    }

    CalculationTask secondTime() {
        return new CalculationTask(relation, ids, 0, true, origin);
    }

    String written() {
        return (relation.isEmpty() ? "" : relation + ":")
                + numbers(ids)
                + (plain() ? "" : (again ? ">>" : ">") + behind)
                + (origin.published() ? "~" : "")
                + (origin.automations().isEmpty() ? "" : "@" + numbers(origin.automations()));
    }
}
