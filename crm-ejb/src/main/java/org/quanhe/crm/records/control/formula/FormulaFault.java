package org.quanhe.crm.records.control.formula;

import dev.cel.common.CelIssue;
import org.quanhe.crm.platform.LocalizedMessage;

/** A text is no formula, or one of another kind; says where and why. */
public final class FormulaFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient LocalizedMessage text;
    private final boolean grammar;

    FormulaFault(LocalizedMessage text) {
        this(text, false);
    }

    private FormulaFault(LocalizedMessage text, boolean grammar) {
        super(text.key());
        this.text = text;
        this.grammar = grammar;
    }

    /** @param grammar the text is no CEL at all */
    static FormulaFault of(CelIssue issue, boolean grammar) {
        LocalizedMessage reason = FaultWords.of(issue.getMessage());
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        return line < 1
                ? new FormulaFault(reason, grammar)
                : new FormulaFault(place(line, Math.max(0, column) + 1, reason), grammar);
    }

    /** @param column the first is 1 */
    static FormulaFault at(int line, int column, LocalizedMessage reason) {
        return new FormulaFault(place(line, column, reason));
    }

    private static LocalizedMessage place(int line, int column, LocalizedMessage reason) {
        return LocalizedMessage.of("records.formula.error.place", line, column, reason);
    }

    public LocalizedMessage text() {
        return text;
    }

    /** The text is no CEL at all. */
    public boolean grammar() {
        return grammar;
    }
}
