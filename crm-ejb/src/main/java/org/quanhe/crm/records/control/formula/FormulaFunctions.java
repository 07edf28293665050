package org.quanhe.crm.records.control.formula;

import java.util.List;
import org.quanhe.crm.records.metadata.FormulaFunction;

/** The functions of formulas as they are offered to people, what they need most often first. */
final class FormulaFunctions {
    static final List<FormulaFunction> ALL = List.of(
            // what to do when
            of("if", "|2 > 1| ? 10 : 20"),
            of("has", "has(||)"),
            of("in", "|\"a\"| in [\"a\", \"b\"]"),
            // numbers
            of("round", "round(|2.345|, 2)"),
            of("floor", "floor(|2.7|)"),
            of("ceil", "ceil(|2.3|)"),
            of("abs", "abs(|-3|)"),
            of("min", "min(|2|, 3)"),
            of("max", "max(|2|, 3)"),
            of("number", "number(|\"12.5\"|)"),
            of("int", "int(|3|)"),
            // money
            of("amount", "amount(|money(100, \"VND\")|)"),
            of("currency", "currency(|money(100, \"VND\")|)"),
            of("money", "money(|100|, \"VND\")"),
            // dates
            of("date", "date(|\"2026-01-31\"|)"),
            of("dateIn", "date(|timestamp(\"2026-01-31T08:00:00Z\")|, \"Asia/Ho_Chi_Minh\")"),
            of("year", "year(|date(\"2026-01-31\")|)"),
            of("month", "month(|date(\"2026-01-31\")|)"),
            of("day", "day(|date(\"2026-01-31\")|)"),
            of("addMonths", "addMonths(|date(\"2026-01-31\")|, 1)"),
            of("between", "|date(\"2026-01-31\")| - date(\"2026-01-01\")"),
            // texts
            of("join", "|\"a\"| + \" \" + \"b\""),
            of("string", "string(|12|)"),
            of("size", "size(|\"abc\"|)"),
            of("contains", "|\"abc\"|.contains(\"b\")"),
            of("startsWith", "|\"abc\"|.startsWith(\"a\")"),
            of("endsWith", "|\"abc\"|.endsWith(\"c\")"),
            of("matches", "|\"AB-12\"|.matches(\"[A-Z]+-[0-9]+\")"),
            of("trim", "|\" abc \"|.trim()"),
            of("lowerAscii", "|\"ABC\"|.lowerAscii()"),
            of("upperAscii", "|\"abc\"|.upperAscii()"),
            of("substring", "|\"abc\"|.substring(0, 2)"),
            of("charAt", "|\"abc\"|.charAt(0)"),
            of("indexOf", "|\"abc\"|.indexOf(\"b\")"),
            of("lastIndexOf", "|\"abcb\"|.lastIndexOf(\"b\")"),
            of("split", "|\"a,b\"|.split(\",\")"),
            // lists
            of("exists", "|[\"a\", \"b\"]|.exists(one, one == \"a\")"),
            of("exists_one", "|[\"a\", \"b\"]|.exists_one(one, one == \"a\")"),
            of("all", "|[\"a\", \"b\"]|.all(one, one != \"c\")"),
            of("filter", "|[\"a\", \"b\"]|.filter(one, one != \"a\")"));

    private FormulaFunctions() {}

    /** @param example with the part that people write themselves between bars */
    private static FormulaFunction of(String name, String example) {
        String[] parts = example.split("\\|", -1);
        return new FormulaFunction(name, parts[0], parts[1], parts[2]);
    }
}
