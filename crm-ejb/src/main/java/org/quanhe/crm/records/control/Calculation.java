package org.quanhe.crm.records.control;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.formula.Formula;
import org.quanhe.crm.records.metadata.RollUpModel;

/**
 * A field whose value is made from others, ready to be worked out.
 *
 * @param at the field itself
 * @param formula makes the value, null for a roll-up
 * @param rollUp gathers the value, null for a formula
 * @param uses fields whose values it reads
 */
record Calculation(
        FieldPlace at, @Nullable Formula formula, @Nullable RollUp rollUp, Set<Use> uses) {

    /**
     * A field that is read.
     *
     * @param place the field
     * @param relation reference fields through which a formula reaches it, as {@code order.customer}; empty within the
     *     record and for roll-ups
     */
    record Use(FieldPlace place, String relation) {
        /** Looked up in another record. */
        boolean elsewhere() {
            return !relation.isEmpty();
        }
    }

    /** True for a reference of another record that the formula follows further. */
    boolean leadsOver(Use step) {
        String behind = step.relation() + "." + step.place().field();
        return step.elsewhere() && uses.stream().anyMatch(use -> use.relation().equals(behind));
    }

    /** A roll-up with its condition read. */
    record RollUp(RollUpModel model, Filter filter) {}
}
