package org.quanhe.crm.records.control.formula;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/** Holds the references that a formula follows against the record types: whether they are any, and not too many. */
final class FollowedSteps {
    private final FormulaScope scope;
    private final CelSource source;

    FollowedSteps(FormulaScope scope, CelSource source) {
        this.scope = scope;
        this.source = source;
    }

    /** @throws FormulaFault at the place of the first name that cannot be followed */
    void check(CelAbstractSyntaxTree parsed) throws FormulaFault {
        List<CelNavigableExpr> ends = CelNavigableAst.fromAst(parsed)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.SELECT
                        && node.parent()
                                .map(around -> around.getKind() != Kind.SELECT)
                                .orElse(true))
                .toList();
        for (CelNavigableExpr end : ends) {
            follow(end.expr());
        }
    }

    private void follow(CelExpr end) throws FormulaFault {
        Deque<CelExpr> selects = new ArrayDeque<>();
        CelExpr root = end;
        while (root.exprKind().getKind() == Kind.SELECT) {
            selects.push(root);
            root = root.select().operand();
        }
        Optional<FieldView> first = root.exprKind().getKind() == Kind.IDENT
                ? scope.type().find(root.ident().name())
                : Optional.empty();
        if (first.isPresent()) {
            follow(first.get(), root, selects);
        }
    }

    /** A word that is no field is left to the check of types, and so is a reference that leads nowhere. */
    private void follow(FieldView first, CelExpr root, Deque<CelExpr> selects) throws FormulaFault {
        FieldView field = first;
        CelExpr at = root;
        int steps = 1;
        for (CelExpr select : selects) {
            if (field.kind() != FieldKind.REFERENCE) {
                throw fault(at, "records.formula.error.noStep", field.name());
            }
            RecordTypeView target = scope.other(field).orElse(null);
            if (target == null) {
                return;
            }
            String name = select.select().field();
            Optional<FieldView> next = target.find(name);
            at = select;
            if (next.isEmpty()) {
                throw fault(at, "records.formula.error.unknown", name);
            }
            field = next.get();
            if (field.kind() == FieldKind.REFERENCE && ++steps > FormulaScope.MOST_STEPS) {
                throw fault(at, "records.formula.error.tooFar", name);
            }
        }
    }

    private FormulaFault fault(CelExpr at, String key, String name) {
        Integer offset = source.getPositionsMap().get(at.id());
        LocalizedMessage reason = LocalizedMessage.of(key, name);
        return offset == null
                ? new FormulaFault(reason)
                : source.getOffsetLocation(named(offset))
                        .map(place -> FormulaFault.at(place.getLine(), place.getColumn() + 1, reason))
                        .orElseGet(() -> new FormulaFault(reason));
    }

    /** CEL knows a name behind a point by the point. */
    private int named(int offset) {
        var text = source.getContent();
        int place = offset;
        if (place < text.size() && text.get(place) == '.') {
            place++;
            while (place < text.size() && Character.isWhitespace(text.get(place))) {
                place++;
            }
        }
        return place;
    }
}
