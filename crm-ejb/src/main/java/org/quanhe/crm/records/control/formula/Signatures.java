package org.quanhe.crm.records.control.formula;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Functions and operators of ours, each declared for the check and bound for the evaluation in one step. */
final class Signatures {
    static final CelType NUMBER = OpaqueType.create("number");
    static final CelType MONEY = OpaqueType.create("money");
    static final CelType DATE = OpaqueType.create("date");

    private final Map<String, List<CelOverloadDecl>> declared = new LinkedHashMap<>();
    private final List<CelFunctionBinding> bound = new ArrayList<>();

    /** What the check calls a type and what the evaluation has for it. */
    record Kind<T>(CelType type, Class<T> java) {
        static final Kind<Decimal> NUMBER = new Kind<>(Signatures.NUMBER, Decimal.class);
        static final Kind<Amount> MONEY = new Kind<>(Signatures.MONEY, Amount.class);
        static final Kind<Long> INT = new Kind<>(SimpleType.INT, Long.class);
        static final Kind<String> TEXT = new Kind<>(SimpleType.STRING, String.class);
        static final Kind<Boolean> YES_NO = new Kind<>(SimpleType.BOOL, Boolean.class);
        static final Kind<java.time.LocalDate> DATE = new Kind<>(Signatures.DATE, java.time.LocalDate.class);
        static final Kind<java.time.Instant> MOMENT = new Kind<>(SimpleType.TIMESTAMP, java.time.Instant.class);
    }

    <A, R> void add(String name, Kind<A> a, Kind<R> result, Function<A, R> does) {
        String id = id(name, a);
        declare(name, CelOverloadDecl.newGlobalOverload(id, result.type(), a.type()));
        bound.add(CelFunctionBinding.from(id, a.java(), does::apply));
    }

    <A, B, R> void add(String name, Kind<A> a, Kind<B> b, Kind<R> result, BiFunction<A, B, R> does) {
        String id = id(name, a, b);
        declare(name, CelOverloadDecl.newGlobalOverload(id, result.type(), a.type(), b.type()));
        bound.add(CelFunctionBinding.from(id, a.java(), b.java(), does::apply));
    }

    private void declare(String name, CelOverloadDecl overload) {
        declared.computeIfAbsent(name, n -> new ArrayList<>()).add(overload);
    }

    private static String id(String name, Kind<?>... kinds) {
        StringBuilder id = new StringBuilder("crm_").append(name);
        for (Kind<?> kind : kinds) {
            id.append('_').append(kind.type().name());
        }
        return id.toString();
    }

    List<CelFunctionDecl> declarations() {
        return declared.entrySet().stream()
                .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<CelFunctionBinding> bindings() {
        return bound;
    }
}
