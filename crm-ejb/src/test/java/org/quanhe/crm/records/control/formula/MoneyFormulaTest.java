package org.quanhe.crm.records.control.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/** Money in formulas: exact, of one currency, or nothing. */
class MoneyFormulaTest {
    private static final FormulaLanguage LANGUAGE = new FormulaLanguage(new FormulaScope(
            new RecordTypeView(
                    "orders",
                    "pi-box",
                    List.of(
                            field("price", FieldKind.MONEY),
                            field("fee", FieldKind.MONEY),
                            field("pieces", FieldKind.NUMBER)),
                    "price",
                    true,
                    true,
                    true),
            name -> Optional.empty()));

    private static FieldView field(String name, FieldKind kind) {
        return new FieldView(name, kind, name, List.of(), "", "", 300, Set.of());
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    private static @Nullable Object value(String formula, FieldKind kind, Money price, Money fee) {
        Map<String, Object> record = new HashMap<>();
        Map.of("price", price, "fee", fee, "pieces", new BigDecimal(3))
                .forEach((name, one) -> record.put(name, java.util.Objects.requireNonNull(Formula.entering(one))));
        try {
            return LANGUAGE.read(formula, kind).value(record::get, record);
        } catch (FormulaFault fault) {
            throw new AssertionError(formula, fault);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "price + fee, 12.51 USD",
        "price - fee, 7.49 USD",
        "price * pieces, 30.00 USD",
        "3 * price, 30.00 USD",
        "price / 3, 3.33 USD",
        "price * 1.005, 10.05 USD",
        "price / 3 * 3, 10.00 USD",
        "-price, -10.00 USD",
        "max(price; fee), 10.00 USD",
        "min(price; fee), 2.51 USD",
        "price > fee ? price : fee, 10.00 USD",
        "money(amount(price) * 25000; 'VND'), 250000 VND",
        "money(7.5; currency(fee)) + fee, 10.01 USD"
    })
    void amountsAreReckonedExactlyAndRoundedOnceAtTheEnd(String formula, String expected) {
        assertThat(value(formula.replace(';', ','), FieldKind.MONEY, money("10", "USD"), money("2.51", "USD")))
                .hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"price + fee", "price - fee", "max(price, fee)", "price > fee ? price : fee"})
    void twoCurrenciesMakeNoFigure(String formula) {
        assertThat(value(formula, FieldKind.MONEY, money("10", "USD"), money("10", "CNY")))
                .isNull();
    }

    @Test
    void amountsOfTwoCurrenciesAreNotEqual() {
        assertThat(value("price == fee", FieldKind.YES_NO, money("10", "USD"), money("10", "CNY")))
                .isEqualTo(false);
        assertThat(value("price == fee", FieldKind.YES_NO, money("10", "USD"), money("10.00", "USD")))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"price + 5", "price * fee", "price > 100", "price == 100", "pieces"})
    void moneyIsNoNumber(String formula) {
        assertThatThrownBy(() -> LANGUAGE.read(formula, FieldKind.MONEY)).isInstanceOf(FormulaFault.class);
    }

    @Property(tries = 200)
    void sumsAndProductsAreThoseOfBigDecimal(
            @ForAll @LongRange(min = -999_999_999_999L, max = 999_999_999_999L) long a,
            @ForAll @LongRange(min = -999_999_999_999L, max = 999_999_999_999L) long b) {
        Money price = new Money(BigDecimal.valueOf(a, 2), Currency.getInstance("CNY"));
        Money fee = new Money(BigDecimal.valueOf(b, 2), Currency.getInstance("CNY"));
        assertThat(value("price + fee", FieldKind.MONEY, price, fee)).isEqualTo(price.plus(fee));
        assertThat(value("price * 0.085 + fee", FieldKind.MONEY, price, fee))
                .isEqualTo(new Money(
                        price.amount()
                                .multiply(new BigDecimal("0.085"))
                                .add(fee.amount())
                                .setScale(2, RoundingMode.HALF_UP),
                        price.currency()));
    }
}
