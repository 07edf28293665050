package org.quanhe.crm.platform;

import java.util.List;
import java.util.Locale;

/** The languages in which every text of the application exists. */
public enum Language {
    EN("en", "English", Locale.ENGLISH),
    VI("vi", "Tiếng Việt", Locale.forLanguageTag("vi-VN")),
    ZH_CN("zh-CN", "简体中文", Locale.SIMPLIFIED_CHINESE),
    ZH_TW("zh-TW", "繁體中文", Locale.TRADITIONAL_CHINESE);

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName, Locale locale) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = locale;
    }

    /** BCP 47 tag: {@code en}, {@code vi}, {@code zh-CN}, {@code zh-TW}. */
    public String tag() {
        return tag;
    }

    /** The language's name in itself. */
    public String ownName() {
        return ownName;
    }

    /** Locale for numbers, dates and collation. */
    public Locale locale() {
        return locale;
    }

    /** True where a person's family name stands first. */
    public boolean familyNameFirst() {
        return this != EN;
    }

    /** The language of that BCP 47 tag, English if it is unknown; Hong Kong and Hant read traditional characters. */
    public static Language ofTag(String tag) {
        return of(Locale.forLanguageTag(tag.replace('_', '-')));
    }

    /** The closest of our languages to the locale, English if none is. */
    public static Language of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "vi" -> VI;
            case "zh" ->
                "Hant".equals(locale.getScript()) || List.of("TW", "HK", "MO").contains(locale.getCountry())
                        ? ZH_TW
                        : ZH_CN;
            default -> EN;
        };
    }

    /** The best of our languages for an HTTP {@code Accept-Language} header; English for an empty or broken one. */
    public static Language ofAcceptLanguage(String header) {
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
                Locale locale = Locale.forLanguageTag(range.getRange());
                if (List.of("en", "vi", "zh").contains(locale.getLanguage()) && range.getWeight() > 0) {
                    return of(locale);
                }
            }
        } catch (IllegalArgumentException brokenHeader) {
            return EN;
        }
        return EN;
    }
}
