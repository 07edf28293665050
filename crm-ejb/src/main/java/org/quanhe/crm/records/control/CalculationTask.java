package org.quanhe.crm.records.control;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which records of a type are to be worked out anew, as it stands in a row of the outbox:
 *
 * <pre>
 * 5,6            these
 * customer:5,6&gt;0 all that point to these by their field "customer", behind number 0
 * &gt;0             all, behind number 0
 * &gt;&gt;0            all for a second time
 * </pre>
 *
 * @param relation reference field, empty without one
 * @param ids the records, or those that are pointed to; empty for all
 * @param behind number of the last record that is done
 * @param again all were worked out once
 */
record CalculationTask(String relation, List<Long> ids, long behind, boolean again) {
    private static final Pattern FORM = Pattern.compile("(?:(\\w+):)?([\\d,]*)(?:(>>?)(\\d+))?");

    static CalculationTask these(List<Long> ids) {
        return new CalculationTask("", ids, 0, false);
    }

    static CalculationTask pointing(String relation, List<Long> targets) {
        return new CalculationTask(relation, targets, 0, false);
    }

    static CalculationTask everything() {
        return new CalculationTask("", List.of(), 0, false);
    }

    static CalculationTask read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no task of calculation: " + text);
        }
        List<Long> ids = form.group(2).isEmpty()
                ? List.of()
                : Arrays.stream(form.group(2).split(",")).map(Long::valueOf).toList();
        return new CalculationTask(
                form.group(1) == null ? "" : form.group(1),
                ids,
                form.group(4) == null ? 0 : Long.parseLong(form.group(4)),
                ">>".equals(form.group(3)));
    }

    boolean all() {
        return ids.isEmpty();
    }

    /** True for a list of records that is done at once. */
    boolean plain() {
        return relation.isEmpty() && !ids.isEmpty();
    }

    CalculationTask behind(long last) {
        return new CalculationTask(relation, ids, last, again);
    }

    CalculationTask secondTime() {
        return new CalculationTask(relation, ids, 0, true);
    }

    String written() {
        String some = ids.stream().map(id -> Long.toString(id)).collect(Collectors.joining(","));
        return (relation.isEmpty() ? "" : relation + ":") + some + (plain() ? "" : (again ? ">>" : ">") + behind);
    }
}
