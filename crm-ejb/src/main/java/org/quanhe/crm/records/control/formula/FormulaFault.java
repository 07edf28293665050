package org.quanhe.crm.records.control.formula;

import dev.cel.common.CelIssue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanhe.crm.platform.LocalizedMessage;

/** A text is no formula, or one of another kind; says where and why. */
public final class FormulaFault extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern NO_FIELD = Pattern.compile("undefined field '([^']*)'.*");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*", Pattern.DOTALL);

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
        LocalizedMessage reason = reason(issue.getMessage());
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

    /** The reasons that people meet most are told in their language, others as CEL has them. */
    private static LocalizedMessage reason(String message) {
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            return LocalizedMessage.of("records.formula.error.unknown", undeclared.group(1));
        }
        Matcher noField = NO_FIELD.matcher(message);
        if (noField.matches()) {
            return LocalizedMessage.of("records.formula.error.unknown", noField.group(1));
        }
        Matcher noOverload = NO_OVERLOAD.matcher(message);
        if (noOverload.matches()) {
            return LocalizedMessage.of(
                    "records.formula.error.mismatch",
                    noOverload.group(1).replaceAll("^_?(.+?)_?$", "$1").replaceAll("^@", ""),
                    noOverload.group(2));
        }
        return LocalizedMessage.of(
                "records.formula.error.other", message.length() > 300 ? message.substring(0, 300) + "…" : message);
    }

    public LocalizedMessage text() {
        return text;
    }

    /** The text is no CEL at all. */
    public boolean grammar() {
        return grammar;
    }
}
