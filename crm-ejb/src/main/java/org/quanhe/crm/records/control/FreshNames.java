package org.quanhe.crm.records.control;

import java.util.List;
import java.util.function.BinaryOperator;
import org.quanhe.crm.records.control.formula.FormulaText;
import org.quanhe.crm.records.spi.FieldUser.Renaming;

/** What fields are called after they got other names, alone and in conditions. */
public record FreshNames(List<Renaming> renamings) {
    public FreshNames {
        renamings = List.copyOf(renamings);
    }

    /** The name of a field of that type now; the same where it did not change. */
    public String of(String type, String field) {
        return renamings.stream()
                .filter(one -> one.type().equals(type) && one.before().equals(field))
                .map(Renaming::after)
                .findFirst()
                .orElse(field);
    }

    /**
     * A path of steps, such as {@code customer.email} or {@code order.customer.email}.
     *
     * @param targets the type that a reference points to, by type and field; empty where there is none
     */
    public String path(String type, String path, BinaryOperator<String> targets) {
        StringBuilder renamed = new StringBuilder();
        String at = type;
        for (String step : path.split("\\.", -1)) {
            renamed.append(renamed.isEmpty() ? "" : ".").append(of(at, step));
            at = targets.apply(at, step);
        }
        return renamed.toString();
    }

    /** A condition on records of that type; by names that nobody has, as two fields may have changed places. */
    public String condition(String type, String text) {
        String changed = text;
        for (int i = 0; i < renamings.size(); i++) {
            Renaming one = renamings.get(i);
            if (one.type().equals(type)) {
                changed = renamed(changed, one.before(), "between__" + i);
            }
        }
        for (int i = 0; i < renamings.size(); i++) {
            changed = renamed(changed, "between__" + i, renamings.get(i).after());
        }
        return changed;
    }

    private static String renamed(String text, String old, String fresh) {
        return FormulaText.renamed(text, old, fresh, (relation, name) -> relation.isEmpty());
    }
}
