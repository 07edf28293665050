package org.quanhe.crm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern SPACED_PERCENT = Pattern.compile("[\\d}]\\h%");

    @ParameterizedTest
    @EnumSource(Language.class)
    @Tag("D07")
    void everyLanguageHasEveryKey(Language language) {
        Map<String, String> english = Texts.in(Language.EN).patterns();
        assertThat(new TreeSet<>(Texts.in(language).patterns().keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @Tag("D07")
    void placeholdersAreThoseOfEnglish(Language language) {
        Map<String, String> told = Texts.in(language).patterns();
        Texts.in(Language.EN).patterns().forEach((key, pattern) -> assertThat(placeholders(told.get(key)))
                .as(key)
                .isEqualTo(placeholders(pattern)));
    }

    private static TreeSet<String> placeholders(String pattern) {
        return PLACEHOLDER
                .matcher(pattern)
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextCanBeFormatted(Language language) {
        Texts texts = Texts.in(language);
        texts.patterns()
                .keySet()
                .forEach(key -> assertThat(texts.text(key, 1, 2, 3, 4)).as(key).isNotEmpty());
    }

    /** As the pages write them, by the rules of each of the four. */
    @ParameterizedTest
    @EnumSource(Language.class)
    @Tag("D07")
    void noBlankStandsBeforeThePercentSign(Language language) {
        assertThat(new Told(language, ZoneOffset.UTC).percent(40)).isEqualTo("40%");
        assertThat(Texts.in(language).patterns())
                .allSatisfy((key, pattern) -> assertThat(pattern).as(key).doesNotContainPattern(SPACED_PERCENT));
    }

    @Test
    void percentagesHaveTheDigitsAndTheCommaOfTheirReader() {
        assertThat(new Told(Language.VI, ZoneOffset.UTC).percent(new BigDecimal("33.5")))
                .isEqualTo("33,5%");
        assertThat(new Told(Language.ZH_CN, ZoneOffset.UTC).percent(new BigDecimal("33.5")))
                .isEqualTo("33.5%");
        assertThat(new Told(Language.VI, ZoneOffset.UTC).percent(new BigDecimal("0.00")))
                .isEqualTo("0%");
    }

    @Test
    void aMissingTextShowsItsKey() {
        assertThat(Texts.in(Language.VI).text("no.such.key")).isEqualTo("no.such.key");
    }

    @Test
    void languagesAreChosenAsBrowsersAsk() {
        assertThat(Language.ofAcceptLanguage("fr, zh-HK;q=0.8, en;q=0.5")).isEqualTo(Language.ZH_TW);
        assertThat(Language.ofAcceptLanguage("vi-VN,vi;q=0.9")).isEqualTo(Language.VI);
        assertThat(Language.ofAcceptLanguage("zh")).isEqualTo(Language.ZH_CN);
        assertThat(Language.ofAcceptLanguage(";;;")).isEqualTo(Language.EN);
    }
}
