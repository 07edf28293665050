package org.quanhe.crm.records.control.formula;

import dev.cel.common.CelIssue;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;

/**
 * What CEL's parser and checker have against a text, in words for whoever writes formulas and does not program: what is
 * wrong, and where it can be told what to write instead. Signs and words of spreadsheets and of other keyboards are
 * told apart from mere slips.
 */
final class FaultWords {
    private static final String IF = "if";
    private static final String WHOLE = "int";
    private static final String FOLLOWS_FROM_ANOTHER = "*error*";
    private static final int MOST_OF_OTHERS = 300;
    private static final String OTHER_QUOTES = "“”„‘’「」『』«»＂＇`´";
    /** From a sign of full width to the one of ASCII. */
    private static final int FULL_WIDTH = 0xFEE0;

    /** What people write, and what a formula has for it. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("and", "&&"),
            Map.entry("or", "||"),
            Map.entry("not", "!"),
            Map.entry("&", "&&"),
            Map.entry("|", "||"),
            Map.entry("=", "=="),
            Map.entry("≠", "!="),
            Map.entry("≤", "<="),
            Map.entry("≥", ">="),
            Map.entry("×", "*"),
            Map.entry("÷", "/"),
            Map.entry("−", "-"),
            Map.entry("、", ","));

    /** Kinds by what CEL calls their values where it tells of them. */
    private static final Map<String, FieldKind> KINDS = Stream.of(
                    FieldKind.NUMBER,
                    FieldKind.MONEY,
                    FieldKind.TEXT,
                    FieldKind.YES_NO,
                    FieldKind.DATE,
                    FieldKind.DATE_TIME,
                    FieldKind.CHOICES)
            .collect(Collectors.toUnmodifiableMap(
                    kind -> CelTypes.format(Objects.requireNonNull(FormulaScope.plain(kind))), kind -> kind));

    private static final String READS_ON = "(?:mismatched input|extraneous input|no viable alternative at input) ";
    private static final List<Said> KNOWN = List.of(
            said("(?:undeclared reference to|undefined field) '([^']*)'.*", found -> unknown(found.group(1))),
            said(
                    "found no matching overload for '([^']*)' applied to '\\((.*?)\\)'.*",
                    found -> mismatch(found.group(1), found.group(2))),
            said("missing '(.+)' at '<EOF>'.*", found -> error("endsWithout", found.group(1))),
            said("missing '(.+)' at '(.+)'.*", found -> error("missing", found.group(1), found.group(2))),
            said(READS_ON + "'<EOF>'.*", found -> error("ends")),
            said(READS_ON + "'(.+?)'(?: expecting .*)?", found -> unexpected(found.group(1))),
            said("token recognition error at: '(.*)'", found -> sign(found.group(1))),
            said("reserved identifier: (.*)", found -> reserved(found.group(1))),
            said("For input string: \"(.*)\".*", found -> error("tooLarge", found.group(1))),
            said("invalid argument to has\\(\\) macro.*", found -> error("hasWhat")));

    private record Said(Pattern pattern, Function<Matcher, LocalizedMessage> told) {}

    private FaultWords() {}

    private static Said said(String pattern, Function<Matcher, LocalizedMessage> told) {
        return new Said(Pattern.compile(pattern, Pattern.DOTALL), told);
    }

    /** The first that does not come of another: a name that is not there goes with nothing. */
    static CelIssue cause(List<CelIssue> issues) {
        return issues.stream()
                .filter(issue -> !issue.getMessage().contains(FOLLOWS_FROM_ANOTHER))
                .findFirst()
                .orElse(issues.get(0));
    }

    /** The reason; what nobody foresaw is told as CEL has it. */
    static LocalizedMessage of(String message) {
        for (Said said : KNOWN) {
            Matcher found = said.pattern().matcher(message);
            if (found.matches()) {
                return said.told().apply(found);
            }
        }
        return error("other", message.length() > MOST_OF_OTHERS ? message.substring(0, MOST_OF_OTHERS) + "…" : message);
    }

    /** The kind that a value of that type would be; CEL's own name where we have none. */
    static Object kind(CelType type) {
        return kind(CelTypes.format(type));
    }

    private static Object kind(String name) {
        FieldKind kind = KINDS.get(name);
        if (kind != null) {
            return LocalizedMessage.of("records.kind." + kind);
        }
        return name.equals(WHOLE) ? error("whole") : name;
    }

    private static LocalizedMessage unknown(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (plain.equals(IF)) {
            return error("if");
        }
        return INSTEAD.containsKey(plain) ? instead(name, INSTEAD.get(plain)) : error("unknown", name);
    }

    private static LocalizedMessage reserved(String name) {
        return name.equals(IF) ? error("if") : error("reserved", name);
    }

    private static LocalizedMessage unexpected(String token) {
        String meant = INSTEAD.get(token.toLowerCase(Locale.ROOT));
        if (meant != null) {
            return instead(token, meant);
        }
        return error(token.equals(",") ? "decimal" : "unexpected", token);
    }

    private static LocalizedMessage sign(String unread) {
        String sign = unread.strip();
        if (sign.startsWith("\"") || sign.startsWith("'")) {
            return error("openText");
        }
        if (!sign.isEmpty() && OTHER_QUOTES.indexOf(sign.charAt(0)) >= 0) {
            return error("quotes");
        }
        String first = sign.isEmpty() ? "" : sign.substring(0, sign.offsetByCodePoints(0, 1));
        String meant = INSTEAD.get(first);
        if (meant == null && !first.isEmpty() && first.charAt(0) > '\uFF00' && first.charAt(0) < '\uFF5F') {
            meant = String.valueOf((char) (first.charAt(0) - FULL_WIDTH));
            meant = INSTEAD.getOrDefault(meant, meant);
        }
        return meant == null ? error("sign", sign) : instead(first, meant);
    }

    private static LocalizedMessage instead(String written, String meant) {
        return error("instead", written, meant);
    }

    private static LocalizedMessage mismatch(String function, String types) {
        String name =
                switch (function) {
                    case "_?_:_" -> "? :";
                    case "_[_]" -> "[ ]";
                    default -> function.replaceAll("^@|^_|_$", "");
                };
        if (types.isEmpty()) {
            return error("nothing", name);
        }
        Object kinds = Stream.of(types.split(", "))
                .map(FaultWords::kind)
                .reduce((some, more) -> error("kinds", some, more))
                .orElseThrow();
        return error("mismatch", name, kinds);
    }

    private static LocalizedMessage error(String key, Object... args) {
        return LocalizedMessage.of("records.formula.error." + key, args);
    }
}
