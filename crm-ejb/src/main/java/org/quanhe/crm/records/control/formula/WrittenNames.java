package org.quanhe.crm.records.control.formula;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanhe.crm.records.control.formula.FormulaText.Name;

/** The fields that a formula names, by where they stand: which of them its evaluation missed. */
final class WrittenNames {
    /** CEL tells where it failed in the message alone. */
    private static final Pattern PLACE = Pattern.compile(" at [^:]*:(\\d+): .*", Pattern.DOTALL);

    private final Map<Long, Name> alone = new HashMap<>();
    private final Map<Integer, Name> behindReferences = new HashMap<>();

    WrittenNames(CelAbstractSyntaxTree checked) {
        Map<Long, Integer> places = checked.getSource().getPositionsMap();
        CelNavigableAst.fromAst(checked).getRoot().allNodes().forEach(node -> {
            CelExpr part = node.expr();
            if (node.getKind() == Kind.IDENT) {
                alone.put(part.id(), new Name("", part.ident().name()));
            } else if (node.getKind() == Kind.SELECT && !part.select().testOnly()) {
                String relation = path(part.select().operand());
                Integer place = places.get(part.id());
                if (!relation.isEmpty() && place != null) {
                    behindReferences.put(place, new Name(relation, part.select().field()));
                }
            }
        });
    }

    /** {@code order.customer}; empty for what is no path of names. */
    private static String path(CelExpr part) {
        if (part.exprKind().getKind() == Kind.IDENT) {
            return part.ident().name();
        }
        if (part.exprKind().getKind() != Kind.SELECT) {
            return "";
        }
        String before = path(part.select().operand());
        return before.isEmpty() ? "" : before + "." + part.select().field();
    }

    /** Fields of the record itself without which there is no value, in the order in which they are written. */
    List<Name> missed(CelUnknownSet unknown) {
        return unknown.unknownExprIds().stream()
                .sorted()
                .map(alone::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The field behind a reference at which it failed; none if it failed for something else. */
    List<Name> missed(CelEvaluationException failed) {
        Matcher place = PLACE.matcher(Objects.requireNonNullElse(failed.getMessage(), ""));
        Name name = failed.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND && place.find()
                ? behindReferences.get(Integer.valueOf(place.group(1)))
                : null;
        return name == null ? List.of() : List.of(name);
    }
}
