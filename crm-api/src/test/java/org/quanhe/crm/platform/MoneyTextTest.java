package org.quanhe.crm.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts as people write them: read as meant, or refused. */
class MoneyTextTest {
    private static final Currency VND = Currency.getInstance("VND");

    private static Money read(String text) throws MoneyText.NoMoney {
        return MoneyText.read(text, VND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1234567; 1234567 VND",
                "1.234.567 đ; 1234567 VND",
                "1.234.567 ₫; 1234567 VND",
                "1,234,567 VNĐ; 1234567 VND",
                "1.500; 1500 VND",
                "15 000đ; 15000 VND",
                "VND 1.500.000; 1500000 VND",
                "1234.00 VND; 1234 VND",
                "US$ 12.50; 12.50 USD",
                "$12.5; 12.50 USD",
                "1.234,56 €; 1234.56 EUR",
                "¥1,234.56; 1234.56 CNY",
                "CN¥1,234.56; 1234.56 CNY",
                "8800元; 8800.00 CNY",
                "NT$1,234,567; 1234567.00 TWD",
                "JPY 1,500; 1500 JPY",
                "1.500 KWD; 1.500 KWD",
                "-1.234.567 đ; -1234567 VND",
                "-₫5,000; -5000 VND",
                "₫-5,000; -5000 VND",
                "−12.50 usd; -12.50 USD",
                "0.500 USD; 0.50 USD",
                ".5 USD; 0.50 USD",
                "0; 0 VND"
            })
    void whatPeopleWriteIsRead(String text, String meant) throws MoneyText.NoMoney {
        assertThat(read(text)).hasToString(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12.345 USD; records.error.amountUnclear",
                "12,345 USD; records.error.amountUnclear",
                "1,500 KWD; records.error.amountUnclear",
                "12.3456 USD; records.error.amountTooFine",
                "1,234.567 USD; records.error.amountTooFine",
                "1234.5 VND; records.error.amountTooFine",
                "1 ABC; records.error.unknownCurrency",
                "1 XAU; records.error.unknownCurrency",
                "1234567890123456 VND; records.error.numberTooLarge",
                "1.23.456 VND; records.error.noMoney",
                "1.234.56 USD; records.error.noMoney",
                "$5 USD; records.error.noMoney",
                "12,3456 abc VND; records.error.noMoney",
                "--5; records.error.noMoney",
                "five; records.error.noMoney",
                "1e9; records.error.noMoney"
            })
    void whatIsNoAmountOrTwoIsRefused(String text, String reason) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(MoneyText.NoMoney.class)
                .hasMessage(reason);
    }

    @Test
    void whoeverMustNameACurrencyIsToldSo() {
        assertThatThrownBy(() -> MoneyText.read("5", null)).hasMessage("records.error.noCurrency");
    }

    @Provide
    Arbitrary<Money> amounts() {
        return Combinators.combine(
                        Arbitraries.longs().between(-99_999_999_999_999L, 99_999_999_999_999L),
                        Arbitraries.of("VND", "CNY", "USD", "TWD", "JPY", "KWD", "EUR"))
                .as((minor, code) -> {
                    Currency currency = Currency.getInstance(code);
                    return new Money(BigDecimal.valueOf(minor, Money.minorUnits(currency)), currency);
                });
    }

    @Property(tries = 300)
    void theOwnTextComesBackAsItWas(@ForAll("amounts") Money money) throws MoneyText.NoMoney {
        assertThat(MoneyText.read(money.toString(), null)).isEqualTo(money);
    }

    @Property(tries = 300)
    void whatIsToldInALanguageIsNeverReadAsAnotherFigure(@ForAll("amounts") Money money, @ForAll Language language) {
        String told = new Told(language, ZoneOffset.UTC).money(money);
        try {
            assertThat(MoneyText.read(told, money.currency())).as(told).isEqualTo(money);
        } catch (MoneyText.NoMoney refused) {
            assertThat(refused).hasMessage("records.error.amountUnclear");
        }
    }

    @Property(tries = 500)
    void anyTextIsAnAmountOrRefused(@ForAll @StringLength(max = 30) String text) {
        try {
            assertThat(read(text).amount()).isNotNull();
        } catch (MoneyText.NoMoney refused) {
            assertThat(refused.text().in(Language.VI)).isNotBlank();
        }
    }

    @Property(tries = 300)
    void amountsOfTwoCurrenciesAreNeverEqual(@ForAll("amounts") Money one, @ForAll("amounts") Money other) {
        int order = one.compareTo(other);
        assertThat(order == 0).isEqualTo(one.equals(other));
        assertThat(Integer.signum(other.compareTo(one))).isEqualTo(-Integer.signum(order));
        if (one.currency().equals(other.currency())) {
            assertThat(Integer.signum(order))
                    .isEqualTo(Integer.signum(one.amount().compareTo(other.amount())));
        }
    }

    @Test
    void eachLanguageWritesItsOwnWay() throws MoneyText.NoMoney {
        assertThat(told(Language.VI, "1234567 VND")).isEqualTo("1.234.567\u00a0₫");
        assertThat(told(Language.ZH_CN, "1234.56 CNY")).isEqualTo("¥1,234.56");
        assertThat(told(Language.EN, "1234567 VND")).isEqualTo("₫1,234,567");
        assertThat(told(Language.ZH_TW, "5 JPY")).isEqualTo("¥5");
    }

    private static String told(Language language, String text) throws MoneyText.NoMoney {
        return new Told(language, ZoneOffset.UTC).money(read(text));
    }
}
