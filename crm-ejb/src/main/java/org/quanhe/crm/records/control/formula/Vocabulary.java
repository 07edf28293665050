package org.quanhe.crm.records.control.formula;

import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import org.quanhe.crm.records.control.formula.Signatures.Kind;

/** What formulas can do with numbers, money and dates, beside what CEL has for texts, yes/no and lists. */
final class Vocabulary {
    private static final Map<String, BinaryOperator<Decimal>> ARITHMETIC = Map.of(
            "_+_", Decimal::plus,
            "_-_", Decimal::minus,
            "_*_", Decimal::times,
            "_/_", Decimal::by,
            "_%_", Decimal::remainder);

    private final Signatures signatures = new Signatures();

    private Vocabulary() {}

    static Signatures signatures() {
        Vocabulary vocabulary = new Vocabulary();
        vocabulary.numbers();
        vocabulary.rounding();
        vocabulary.money();
        vocabulary.dates();
        vocabulary.comparisons();
        return vocabulary.signatures;
    }

    /** Whole numbers, such as the size of a list, go with ours wherever they meet. */
    private void numbers() {
        ARITHMETIC.forEach((operator, does) -> {
            signatures.add(operator, Kind.NUMBER, Kind.NUMBER, Kind.NUMBER, does::apply);
            signatures.add(operator, Kind.NUMBER, Kind.INT, Kind.NUMBER, (a, b) -> does.apply(a, Decimal.of(b)));
            signatures.add(operator, Kind.INT, Kind.NUMBER, Kind.NUMBER, (a, b) -> does.apply(Decimal.of(a), b));
        });
        signatures.add("-_", Kind.NUMBER, Kind.NUMBER, Decimal::negated);
        signatures.add("number", Kind.TEXT, Kind.NUMBER, Decimal::of);
        signatures.add("number", Kind.INT, Kind.NUMBER, whole -> Decimal.of(whole));
        signatures.add("number", Kind.NUMBER, Kind.NUMBER, number -> number);
        signatures.add("string", Kind.NUMBER, Kind.TEXT, Decimal::toString);
        signatures.add("int", Kind.NUMBER, Kind.INT, Decimal::whole);
        signatures.add("min", Kind.NUMBER, Kind.NUMBER, Kind.NUMBER, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        signatures.add("max", Kind.NUMBER, Kind.NUMBER, Kind.NUMBER, (a, b) -> a.compareTo(b) >= 0 ? a : b);
        signatures.add("abs", Kind.NUMBER, Kind.NUMBER, a -> a.compareTo(Decimal.of(0)) < 0 ? a.negated() : a);
    }

    private void rounding() {
        signatures.add("round", Kind.NUMBER, Kind.NUMBER, a -> a.rounded(0, RoundingMode.HALF_UP));
        signatures.add("floor", Kind.NUMBER, Kind.NUMBER, a -> a.rounded(0, RoundingMode.FLOOR));
        signatures.add("ceil", Kind.NUMBER, Kind.NUMBER, a -> a.rounded(0, RoundingMode.CEILING));
        signatures.add(
                "round", Kind.NUMBER, Kind.INT, Kind.NUMBER, (a, places) -> a.rounded(places, RoundingMode.HALF_UP));
    }

    private void money() {
        signatures.add("_+_", Kind.MONEY, Kind.MONEY, Kind.MONEY, Amount::plus);
        signatures.add("_-_", Kind.MONEY, Kind.MONEY, Kind.MONEY, Amount::minus);
        signatures.add("_*_", Kind.MONEY, Kind.NUMBER, Kind.MONEY, Amount::times);
        signatures.add("_*_", Kind.NUMBER, Kind.MONEY, Kind.MONEY, (factor, amount) -> amount.times(factor));
        signatures.add("_*_", Kind.MONEY, Kind.INT, Kind.MONEY, (amount, times) -> amount.times(Decimal.of(times)));
        signatures.add("_*_", Kind.INT, Kind.MONEY, Kind.MONEY, (times, amount) -> amount.times(Decimal.of(times)));
        signatures.add("_/_", Kind.MONEY, Kind.NUMBER, Kind.MONEY, (amount, by) -> amount.by(by));
        signatures.add("_/_", Kind.MONEY, Kind.MONEY, Kind.NUMBER, (amount, by) -> amount.by(by));
        signatures.add("-_", Kind.MONEY, Kind.MONEY, Amount::negated);
        signatures.add("money", Kind.NUMBER, Kind.TEXT, Kind.MONEY, Amount::of);
        signatures.add("amount", Kind.MONEY, Kind.NUMBER, Amount::amount);
        signatures.add(
                "currency", Kind.MONEY, Kind.TEXT, amount -> amount.currency().getCurrencyCode());
        signatures.add("string", Kind.MONEY, Kind.TEXT, Amount::toString);
        signatures.add("round", Kind.MONEY, Kind.MONEY, Amount::rounded);
        signatures.add("min", Kind.MONEY, Kind.MONEY, Kind.MONEY, (a, b) -> a.against(b) <= 0 ? a : b);
        signatures.add("max", Kind.MONEY, Kind.MONEY, Kind.MONEY, (a, b) -> a.against(b) >= 0 ? a : b);
    }

    private void dates() {
        signatures.add("date", Kind.TEXT, Kind.DATE, Vocabulary::date);
        signatures.add(
                "date", Kind.MOMENT, Kind.TEXT, Kind.DATE, (at, zone) -> LocalDate.ofInstant(at, ZoneId.of(zone)));
        signatures.add("string", Kind.DATE, Kind.TEXT, LocalDate::toString);
        signatures.add("year", Kind.DATE, Kind.NUMBER, date -> Decimal.of(date.getYear()));
        signatures.add("month", Kind.DATE, Kind.NUMBER, date -> Decimal.of(date.getMonthValue()));
        signatures.add("day", Kind.DATE, Kind.NUMBER, date -> Decimal.of(date.getDayOfMonth()));
        signatures.add("_+_", Kind.DATE, Kind.NUMBER, Kind.DATE, (date, days) -> date.plusDays(days.whole()));
        signatures.add("_-_", Kind.DATE, Kind.NUMBER, Kind.DATE, (date, days) -> date.minusDays(days.whole()));
        signatures.add("_-_", Kind.DATE, Kind.DATE, Kind.NUMBER, (a, b) -> Decimal.of(ChronoUnit.DAYS.between(b, a)));
        signatures.add("addMonths", Kind.DATE, Kind.INT, Kind.DATE, LocalDate::plusMonths);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException noDate) {
            throw new ArithmeticException("no date");
        }
    }

    private void comparisons() {
        Map<String, IntPredicate> orders = new LinkedHashMap<>();
        orders.put("_<_", order -> order < 0);
        orders.put("_<=_", order -> order <= 0);
        orders.put("_>_", order -> order > 0);
        orders.put("_>=_", order -> order >= 0);
        orders.forEach((operator, holds) -> {
            signatures.add(operator, Kind.NUMBER, Kind.NUMBER, Kind.YES_NO, (a, b) -> holds.test(a.compareTo(b)));
            signatures.add(operator, Kind.DATE, Kind.DATE, Kind.YES_NO, (a, b) -> holds.test(a.compareTo(b)));
            signatures.add(operator, Kind.MONEY, Kind.MONEY, Kind.YES_NO, (a, b) -> holds.test(a.against(b)));
            mixed(operator, holds);
        });
        mixed("_==_", order -> order == 0);
        mixed("_!=_", order -> order != 0);
    }

    private void mixed(String operator, IntPredicate holds) {
        signatures.add(operator, Kind.NUMBER, Kind.INT, Kind.YES_NO, (a, b) -> holds.test(a.compareTo(Decimal.of(b))));
        signatures.add(
                operator,
                Kind.INT,
                Kind.NUMBER,
                Kind.YES_NO,
                (a, b) -> holds.test(Decimal.of(a).compareTo(b)));
    }
}
