package org.quanhe.crm.records.control.formula;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.ast.CelMutableExpr.CelMutableComprehension;
import dev.cel.common.ast.CelMutableExprConverter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the literals of a formula numbers of ours, as they were written: {@code 0.1} never passes through a double.
 * Where CEL itself wants a whole number (the place in a list, an argument of a function) it stays one.
 */
final class NumberLiterals {
    private static final Pattern WRITTEN = Pattern.compile("\\d*\\.?\\d+(?:[eE][+-]?\\d+)?");
    private static final Set<String> OPERATORS = Set.of(
            "_+_", "_-_", "_*_", "_/_", "_%_", "_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_", "_?_:_", "-_", "@in",
            "min", "max", "abs", "round", "floor", "ceil", "number", "money");

    private final String text;
    private final Map<Long, Integer> places;
    private long fresh = 1L << 40;

    private NumberLiterals(String text, Map<Long, Integer> places) {
        this.text = text;
        this.places = places;
    }

    /** The parsed formula with numbers of ours. */
    static CelAbstractSyntaxTree made(String text, CelAbstractSyntaxTree parsed) {
        CelMutableAst tree = CelMutableAst.fromCelAst(parsed);
        new NumberLiterals(text, parsed.getSource().getPositionsMap()).visit(tree.expr(), true);
        return CelAbstractSyntaxTree.newParsedAst(
                CelMutableExprConverter.fromMutableExpr(tree.expr()), parsed.getSource());
    }

    private void visit(CelMutableExpr part, boolean number) {
        switch (part.getKind()) {
            case CONSTANT -> {
                if (number) {
                    literal(part);
                }
            }
            case CALL -> call(part.call());
            case LIST -> part.list().elements().forEach(element -> visit(element, true));
            case SELECT -> visit(part.select().operand(), false);
            case MAP ->
                part.map().entries().forEach(entry -> {
                    visit(entry.key(), false);
                    visit(entry.value(), true);
                });
            case COMPREHENSION -> comprehension(part.comprehension());
            default -> {
                // names hold no literal
            }
        }
    }

    private void call(CelMutableCall call) {
        call.target().ifPresent(target -> visit(target, false));
        boolean operator = OPERATORS.contains(call.function());
        for (int i = 0; i < call.args().size(); i++) {
            // how many places to round to is a count
            visit(call.args().get(i), operator && !(call.function().equals("round") && i == 1));
        }
    }

    private void comprehension(CelMutableComprehension all) {
        visit(all.iterRange(), true);
        visit(all.accuInit(), true);
        visit(all.loopCondition(), true);
        visit(all.loopStep(), true);
        visit(all.result(), true);
    }

    private void literal(CelMutableExpr part) {
        CelConstant constant = part.constant();
        String said;
        switch (constant.getKind()) {
            case INT64_VALUE -> said = Long.toString(constant.int64Value());
            case DOUBLE_VALUE -> said = written(part.id(), constant.doubleValue());
            default -> {
                return;
            }
        }
        part.setCall(CelMutableCall.create("number", CelMutableExpr.ofConstant(fresh++, CelConstant.ofValue(said))));
    }

    /** The digits that stand in the text; a double has forgotten some of them. */
    private String written(long id, double read) {
        Integer place = places.get(id);
        if (place != null && place < text.codePointCount(0, text.length())) {
            int from = text.offsetByCodePoints(0, place);
            boolean negative = text.charAt(from) == '-';
            Matcher digits = WRITTEN.matcher(text).region(negative ? from + 1 : from, text.length());
            if (digits.lookingAt() && Math.abs(read) == Double.parseDouble(digits.group())) {
                return (read < 0 ? "-" : "") + digits.group();
            }
        }
        return BigDecimal.valueOf(read).toString();
    }
}
