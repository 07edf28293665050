package org.quanhe.crm.records.control.transfer;

import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.RecordTypeView;

/** The literals of a condition that stand behind reference fields. */
final class NamedConditions {
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'";
    private static final String LITERAL = "(?:" + QUOTED + "|\\d+)";
    private static final Pattern COMPARED = Pattern.compile("(?<skip>" + QUOTED + ")|\\b(?<field>[A-Za-z_]\\w*)\\s*"
            + "(?:(?:==|!=)\\s*|in\\s*\\[\\s*)(?<literals>" + LITERAL + "(?:\\s*,\\s*" + LITERAL + ")*)");
    private static final Pattern ONE = Pattern.compile(LITERAL);

    private NamedConditions() {}

    /**
     * The condition with other literals.
     *
     * @param other the literal to write, for the type that the field points to and what stands there without quotes
     * @param numbers only numbers are changed, else only what is none
     */
    static String changed(RecordTypeView type, String text, BinaryOperator<String> other, boolean numbers) {
        Matcher compared = COMPARED.matcher(text);
        StringBuilder changed = new StringBuilder();
        int behind = 0;
        while (compared.find()) {
            String field = compared.group("field");
            var target = field == null
                    ? java.util.Optional.<String>empty()
                    : type.find(field)
                            .filter(known ->
                                    known.kind() == FieldKind.REFERENCE || known.kind() == FieldKind.REFERENCES)
                            .map(known -> known.target());
            if (target.isPresent()) {
                changed.append(text, behind, compared.start("literals"))
                        .append(literals(compared.group("literals"), target.get(), other, numbers));
                behind = compared.end("literals");
            }
        }
        return changed.append(text.substring(behind)).toString();
    }

    private static String literals(String literals, String target, BinaryOperator<String> other, boolean numbers) {
        return ONE.matcher(literals).replaceAll(found -> {
            String plain = plain(found.group());
            boolean number = plain.matches("\\d{1,18}");
            return Matcher.quoteReplacement(number == numbers ? other.apply(target, plain) : found.group());
        });
    }

    private static String plain(String literal) {
        boolean quoted = literal.startsWith("\"") || literal.startsWith("'");
        return quoted ? literal.substring(1, literal.length() - 1).replaceAll("\\\\(.)", "$1") : literal;
    }
}
