package org.quanhe.crm.records;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.MoneyText;

/**
 * The text form of filters, a subset of CEL shared by REST, saved views and list pages:
 *
 * <pre>
 * owner == me &amp;&amp; (city in ["Huế", "杭州"] || name.contains("phú")) &amp;&amp; !has(email) &amp;&amp; createdAt &gt;= "2026-01-01"
 * </pre>
 *
 * Literals are texts in double or single quotes, numbers, {@code true}, {@code false}, {@code me}; a reference is
 * compared with the number of its record, an amount of money with amount and currency, {@code "1234567 VND"}.
 */
public final class FilterText {
    private static final int MAX_LENGTH = 4_000;
    private static final int MAX_DEPTH = 40;

    private final RecordTypeView type;
    private final long me;
    private final String text;
    private int at;
    private int depth;

    private FilterText(RecordTypeView type, long me, String text) {
        this.type = type;
        this.me = me;
        this.text = text;
    }

    /**
     * Reads a condition on records of that type.
     *
     * @param me number of the user that {@code me} stands for
     * @throws CrmException INVALID, naming what is wrong and at which character (from 1)
     */
    public static Filter parse(RecordTypeView type, String text, long me) {
        if (text.isBlank()) {
            return Filter.ALL;
        }
        if (text.length() > MAX_LENGTH) {
            throw CrmException.invalid("records.filter.tooLong", MAX_LENGTH);
        }
        FilterText parser = new FilterText(type, me, text);
        Filter filter = parser.or();
        parser.blanks();
        if (parser.at < text.length()) {
            throw parser.wrong("records.filter.unexpected", parser.rest());
        }
        return filter;
    }

    private Filter or() {
        if (++depth > MAX_DEPTH) {
            throw wrong("records.filter.tooDeep", MAX_DEPTH);
        }
        List<Filter> parts = new ArrayList<>(List.of(and()));
        while (take("||")) {
            parts.add(and());
        }
        depth--;
        return parts.size() == 1 ? parts.get(0) : new Filter.Or(parts);
    }

    private Filter and() {
        List<Filter> parts = new ArrayList<>(List.of(unary()));
        while (take("&&")) {
            parts.add(unary());
        }
        return parts.size() == 1 ? parts.get(0) : new Filter.And(parts);
    }

    private Filter unary() {
        if (take("!")) {
            if (++depth > MAX_DEPTH) {
                throw wrong("records.filter.tooDeep", MAX_DEPTH);
            }
            Filter part = unary();
            depth--;
            return new Filter.Not(part);
        }
        if (take("(")) {
            Filter inner = or();
            expect(")");
            return inner;
        }
        return comparison();
    }

    private Filter comparison() {
        String name = name();
        if ("has".equals(name) && take("(")) {
            FieldView field = field(name());
            expect(")");
            return new Filter.Present(field.name());
        }
        FieldView field = field(name);
        if (take(".")) {
            String function = name();
            Filter.Op op =
                    switch (function) {
                        case "contains" -> Filter.Op.CONTAINS;
                        case "startsWith" -> Filter.Op.STARTS_WITH;
                        default -> throw wrong("records.filter.unknownFunction", function);
                    };
            expect("(");
            Object literal = literal(field);
            expect(")");
            if (!(literal instanceof String)) {
                throw wrong("records.filter.textOnly", function);
            }
            return new Filter.Compare(field.name(), op, literal);
        }
        if (takeWord("in")) {
            expect("[");
            List<Object> literals = new ArrayList<>();
            if (!take("]")) {
                do {
                    literals.add(literal(field));
                } while (take(","));
                expect("]");
            }
            return Filter.in(field.name(), literals);
        }
        Filter.Op op = operator();
        Object literal = literal(field);
        boolean ordered = literal instanceof BigDecimal
                || literal instanceof Money
                || literal instanceof Instant
                || literal instanceof LocalDate;
        if (op != Filter.Op.EQ && op != Filter.Op.NE && !ordered) {
            throw wrong("records.filter.noOrder", field.name());
        }
        return new Filter.Compare(field.name(), op, literal);
    }

    private Filter.Op operator() {
        if (take("==")) {
            return Filter.Op.EQ;
        }
        if (take("!=")) {
            return Filter.Op.NE;
        }
        if (take("<=")) {
            return Filter.Op.LE;
        }
        if (take(">=")) {
            return Filter.Op.GE;
        }
        if (take("<")) {
            return Filter.Op.LT;
        }
        if (take(">")) {
            return Filter.Op.GT;
        }
        throw wrong("records.filter.operator", rest());
    }

    private FieldView field(String name) {
        return type.find(name).orElseThrow(() -> wrong("records.filter.unknownField", name));
    }

    private Object literal(FieldView field) {
        blanks();
        int start = at;
        Object raw = rawLiteral();
        try {
            return switch (field.kind()) {
                case NUMBER -> raw instanceof BigDecimal number ? number : new BigDecimal(raw.toString());
                case MONEY -> MoneyText.read(raw.toString(), null);
                case YES_NO -> {
                    if (raw instanceof Boolean) {
                        yield raw;
                    }
                    throw new IllegalArgumentException();
                }
                case DATE -> LocalDate.parse(raw.toString());
                case DATE_TIME -> instant(raw.toString());
                case REFERENCE, REFERENCES -> Long.valueOf(raw.toString());
                default -> raw.toString();
            };
        } catch (MoneyText.NoMoney | IllegalArgumentException | DateTimeException unreadable) {
            at = start;
            throw wrong("records.filter.literal." + field.kind().name(), raw.toString());
        }
    }

    private static Instant instant(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(java.time.ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private Object rawLiteral() {
        if (at >= text.length()) {
            throw wrong("records.filter.missingValue", "");
        }
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            return quoted(first);
        }
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-._".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String word = text.substring(start, at);
        switch (word) {
            case "true":
                return Boolean.TRUE;
            case "false":
                return Boolean.FALSE;
            case "me":
                return Long.toString(me);
            default:
                try {
                    return new BigDecimal(word);
                } catch (NumberFormatException noNumber) {
                    at = start;
                    throw wrong("records.filter.missingValue", rest());
                }
        }
    }

    private String quoted(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return value.toString();
            }
            if (c == '\\' && at < text.length()) {
                c = text.charAt(at++);
            }
            value.append(c);
        }
        at = start;
        throw wrong("records.filter.openQuote", rest());
    }

    private String name() {
        blanks();
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (at == start) {
            throw wrong("records.filter.missingField", rest());
        }
        return text.substring(start, at);
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean take(String token) {
        blanks();
        if (text.startsWith(token, at)) {
            at += token.length();
            return true;
        }
        return false;
    }

    private boolean takeWord(String word) {
        blanks();
        int end = at + word.length();
        if (text.startsWith(word, at) && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
            at = end;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw wrong("records.filter.expected", token);
        }
    }

    private String rest() {
        String rest = text.substring(Math.min(at, text.length()));
        return rest.length() > 20 ? rest.substring(0, 20) + "…" : rest;
    }

    private CrmException wrong(String key, Object found) {
        return CrmException.invalid(key, found, at + 1);
    }
}
