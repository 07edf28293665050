package org.quanhe.crm.records.control.formula;

import com.google.common.base.CaseFormat;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.metadata.FormulaFunction;

/**
 * CEL as formulas of one record type use it. What it allows always ends soon: lists are walked a bounded number of
 * times and never grown ({@code map} is left out), and no function multiplies texts.
 */
public final class FormulaLanguage {
    /** Most characters of a formula. */
    public static final int LONGEST = 4_000;

    private static final int MOST_STEPS = 1_000;
    private static final Signatures OURS = Vocabulary.signatures();
    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(60)
            .comprehensionMaxIterations(MOST_STEPS)
            .build();
    private static final CelStringExtensions.Function[] TEXTS = {
        CelStringExtensions.Function.CHAR_AT,
        CelStringExtensions.Function.INDEX_OF,
        CelStringExtensions.Function.LAST_INDEX_OF,
        CelStringExtensions.Function.LOWER_ASCII,
        CelStringExtensions.Function.UPPER_ASCII,
        CelStringExtensions.Function.SUBSTRING,
        CelStringExtensions.Function.TRIM,
        CelStringExtensions.Function.SPLIT
    };
    private static final List<CelMacro> MACROS = List.of(
            CelMacro.newGlobalMacro("has", 1, FormulaLanguage::has),
            CelStandardMacro.ALL.getDefinition(),
            CelStandardMacro.EXISTS.getDefinition(),
            CelStandardMacro.EXISTS_ONE.getDefinition(),
            CelStandardMacro.FILTER.getDefinition());
    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(CelExtensions.strings(TEXTS))
            .addFunctionBindings(OURS.bindings())
            .build();

    private final CelCompiler compiler;
    private final FormulaScope scope;

    /** The text as a formula has it. */
    public static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    public FormulaLanguage(FormulaScope scope) {
        this.scope = scope;
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setTypeProvider(scope.provider())
                .addLibraries(CelExtensions.strings(TEXTS))
                .addFunctionDeclarations(OURS.declarations())
                .addMacros(MACROS);
        scope.names().forEach(builder::addVar);
        this.compiler = builder.build();
    }

    /** What formulas can use beside fields, as it is offered to people. */
    public static List<FormulaFunction> functions() {
        return FormulaFunctions.ALL;
    }

    /** Names of the functions that formulas have because we gave them; what CEL itself always has is not among them. */
    static List<String> ownFunctions() {
        Stream<String> ours = OURS.declarations().stream()
                .map(CelFunctionDecl::name)
                .filter(name -> Character.isLetter(name.charAt(0)));
        Stream<String> texts = Stream.of(TEXTS)
                .map(function -> CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, function.name()));
        return Stream.of(ours, texts, MACROS.stream().map(CelMacro::getFunction))
                .flatMap(names -> names)
                .toList();
    }

    /**
     * CEL asks {@code has(record.field)} only; a field alone is one of the record itself. Where two references are
     * followed, what stands between is asked for first: {@code has(order.customer.city)} of an order without a customer
     * is false, and no fault.
     */
    private static Optional<CelExpr> has(
            CelMacroExprFactory make, CelExpr target, com.google.common.collect.ImmutableList<CelExpr> args) {
        CelExpr asked = args.get(0);
        if (asked.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return Optional.of(make.newSelect(
                    make.newIdentifier(FormulaScope.RECORD), asked.ident().name(), true));
        }
        Optional<CelExpr> last =
                CelStandardMacro.HAS.getDefinition().getExpander().expandMacro(make, target, args);
        CelExpr before = asked.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT
                ? asked.select().operand()
                : asked;
        if (before.exprKind().getKind() != CelExpr.ExprKind.Kind.SELECT) {
            return last;
        }
        CelExpr between = make.newSelect(
                make.copy(before.select().operand()), before.select().field(), true);
        return last.map(one -> make.newGlobalCall("_&&_", between, one));
    }

    /**
     * Reads and checks a formula.
     *
     * @param kind kind of the values that it must make
     * @throws FormulaFault naming line, column and what is wrong
     */
    public Formula read(String text, FieldKind kind) throws FormulaFault {
        if (text.length() > LONGEST) {
            throw new FormulaFault(LocalizedMessage.of("records.error.tooLong", text.length(), LONGEST));
        }
        CelAbstractSyntaxTree parsed = sound(compiler.parse(text), true);
        new FollowedSteps(scope, parsed.getSource()).check(parsed);
        CelAbstractSyntaxTree checked = sound(compiler.check(NumberLiterals.made(text, parsed)), false);
        CelType wanted = FormulaScope.plain(kind);
        CelType made = checked.getResultType();
        boolean whole = kind == FieldKind.NUMBER && made.kind() == CelKind.INT;
        if (wanted == null) {
            throw new FormulaFault(
                    LocalizedMessage.of("records.formula.error.noKind", LocalizedMessage.of("records.kind." + kind)));
        }
        if (!whole && !wanted.isAssignableFrom(made)) {
            throw new FormulaFault(LocalizedMessage.of(
                    "records.formula.error.kind", FaultWords.kind(made), LocalizedMessage.of("records.kind." + kind)));
        }
        try {
            return new Formula(RUNTIME.createProgram(checked), new WrittenNames(checked));
        } catch (CelEvaluationException broken) {
            throw new FormulaFault(LocalizedMessage.of("records.formula.error.other", broken.getMessage()));
        }
    }

    private static CelAbstractSyntaxTree sound(CelValidationResult result, boolean grammar) throws FormulaFault {
        if (result.hasError()) {
            throw FormulaFault.of(FaultWords.cause(result.getErrors()), grammar);
        }
        try {
            return result.getAst();
        } catch (dev.cel.common.CelValidationException unexpected) {
            throw new FormulaFault(LocalizedMessage.of("records.formula.error.other", unexpected.getMessage()));
        }
    }
}
