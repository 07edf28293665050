package org.quanhe.crm.records.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.EmptyBecause;
import org.quanhe.crm.records.EmptyBecause.Reason;
import org.quanhe.crm.records.metadata.RollUpModel.Function;

class GatheringTest {
    private static Money money(int amount, String currency) {
        return new Money(BigDecimal.valueOf(amount), Currency.getInstance(currency));
    }

    private static @Nullable Object gathered(Function function, Money... amounts) {
        Gathering gathering = new Gathering(function);
        for (Money amount : amounts) {
            gathering.take(amount);
        }
        return gathering.result(true);
    }

    @Test
    void amountsOfOneCurrencyComeTogether() {
        assertThat(gathered(Function.SUM, money(5, "USD"), money(7, "USD"))).hasToString("12.00 USD");
        assertThat(gathered(Function.MIN, money(5, "USD"), money(7, "USD"))).hasToString("5.00 USD");
        assertThat(gathered(Function.MAX, money(5, "USD"), money(7, "USD"))).hasToString("7.00 USD");
    }

    @Test
    void amountsOfSeveralCurrenciesMakeNoFigure() {
        assertThat(gathered(Function.SUM, money(5, "USD"), money(7, "CNY"), money(1, "USD")))
                .isEqualTo(new EmptyBecause(Reason.NOT_ADDED, List.of("CNY", "USD")));
        assertThat(gathered(Function.MAX, money(5, "USD"), money(7, "CNY")))
                .isEqualTo(new EmptyBecause(Reason.NOT_COMPARED, List.of("CNY", "USD")));
        assertThat(gathered(Function.COUNT, money(5, "USD"), money(7, "CNY"))).isEqualTo(BigDecimal.valueOf(2));
    }

    @Test
    void nothingGatheredIsNoAmount() {
        assertThat(gathered(Function.SUM)).isNull();
        assertThat(new Gathering(Function.SUM).result(false)).isEqualTo(BigDecimal.ZERO);
    }
}
