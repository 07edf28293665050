package org.quanhe.crm.bench;

import java.text.Normalizer;
import java.util.Locale;
import java.util.SplittableRandom;

/** Customers of three languages. The n-th is the same in every run. */
final class MadeUpCustomers {
    private static final long SEED = 20_250_101;
    private static final int WORDS_OF_COMPANIES = 40_000;

    private MadeUpCustomers() {}

    static Person number(long n) {
        // a mixed seed: neighbours would have much in common otherwise
        var random = new SplittableRandom(new SplittableRandom(SEED + n).nextLong());
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> vietnamese(random);
            case 4, 5, 6 -> chinese(random);
            default -> english(random);
        };
    }

    /** Rows {@code from} to {@code to - 1} as a table. */
    static String table(long from, long to) {
        var table = new StringBuilder(Person.HEADER);
        for (long n = from; n < to; n++) {
            table.append(number(n).line());
        }
        return table.toString();
    }

    private static Person vietnamese(SplittableRandom random) {
        var name = pick(Words.VI_FAMILY, random) + " " + pick(Words.VI_MIDDLE, random) + " "
                + pick(Words.VI_GIVEN, random) + (random.nextInt(3) == 0 ? " " + pick(Words.VI_GIVEN, random) : "");
        var latin = withoutAccents(name);
        var brand = pick(Words.VI_BRAND, random) + " " + pick(Words.VI_BRAND, random);
        var city = pick(Words.VI_CITY, random);
        return new Person(
                name,
                latin,
                pick(Words.VI_COMPANY, random) + " " + brand,
                separated("0" + pick(Words.VI_PREFIX, random) + digits(7, random), random),
                latin.replace(" ", "") + random.nextInt(1_000) + "@"
                        + withoutAccents(brand).replace(" ", "") + ".vn",
                "Số " + (1 + random.nextInt(400)) + " đường " + pick(Words.VI_STREET, random) + ", Phường "
                        + (1 + random.nextInt(20)) + ", " + city,
                city,
                pick(Words.VI_ACT, random) + " " + pick(Words.VI_GOODS, random) + ", " + pick(Words.VI_REMARK, random)
                        + order(random),
                tags(random));
    }

    private static Person chinese(SplittableRandom random) {
        var name = new StringBuilder();
        var latin = new StringBuilder();
        spell(pick(Words.ZH_FAMILY, random), name, latin);
        latin.append(' ');
        spell(pick(Words.ZH_GIVEN, random), name, latin);
        if (random.nextInt(10) < 7) {
            spell(pick(Words.ZH_GIVEN, random), name, latin);
        }
        var city = pick(Words.ZH_CITY, random);
        var brand = pick(Words.ZH_BRAND, random) + pick(Words.ZH_BRAND, random) + pick(Words.ZH_BRAND, random);
        return new Person(
                name.toString(),
                latin.toString(),
                city + "市" + brand + pick(Words.ZH_TRADE, random) + "有限公司",
                separated("1" + (35 + random.nextInt(55)) + digits(8, random), random),
                latin.toString().replace(" ", ".") + random.nextInt(1_000) + "@163.com",
                city + "市" + pick(Words.ZH_DISTRICT, random) + pick(Words.ZH_STREET, random) + (1 + random.nextInt(900))
                        + "号" + (1 + random.nextInt(30)) + "楼",
                city,
                pick(Words.ZH_ACT, random) + pick(Words.ZH_GOODS, random) + "，" + pick(Words.ZH_REMARK, random)
                        + order(random),
                tags(random));
    }

    private static Person english(SplittableRandom random) {
        var name = pick(Words.EN_GIVEN, random) + " " + pick(Words.EN_FAMILY, random);
        var brand = invented(random.nextInt(WORDS_OF_COMPANIES));
        var city = pick(Words.EN_CITY, random);
        return new Person(
                name,
                name.toLowerCase(Locale.ROOT),
                brand + " " + pick(Words.EN_COMPANY, random),
                "+1 " + (201 + random.nextInt(700)) + "-" + digits(3, random) + "-" + digits(4, random),
                name.toLowerCase(Locale.ROOT).replace(' ', '.') + random.nextInt(1_000) + "@"
                        + brand.toLowerCase(Locale.ROOT) + ".com",
                (1 + random.nextInt(1_500)) + " " + pick(Words.EN_STREET, random) + ", " + city,
                city,
                pick(Words.EN_ACT, random) + " " + pick(Words.EN_GOODS, random) + ", " + pick(Words.EN_REMARK, random)
                        + order(random),
                tags(random));
    }

    /** {@code 张zhang} goes apart into what is written and what is typed. */
    private static void spell(String entry, StringBuilder written, StringBuilder typed) {
        written.append(entry, 0, 1);
        typed.append(entry, 1, entry.length());
    }

    private static String invented(int number) {
        var word = new StringBuilder();
        for (int rest = number + 1; rest > 0; rest /= Words.SYLLABLES.length) {
            word.append(Words.SYLLABLES[rest % Words.SYLLABLES.length]);
        }
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String tags(SplittableRandom random) {
        var first = pick(Words.TAGS, random);
        var second = pick(Words.TAGS, random);
        return random.nextInt(3) == 0
                ? ""
                : first.equals(second) || random.nextBoolean() ? first : first + " " + second;
    }

    private static String order(SplittableRandom random) {
        return random.nextInt(4) == 0 ? " PO-" + (2018 + random.nextInt(8)) + "-" + digits(5, random) : "";
    }

    private static String separated(String digits, SplittableRandom random) {
        return random.nextInt(3) == 0
                ? digits.substring(0, 4) + " " + digits.substring(4, 7) + " " + digits.substring(7)
                : digits;
    }

    private static String digits(int count, SplittableRandom random) {
        var digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private static String pick(String[] words, SplittableRandom random) {
        return words[random.nextInt(words.length)];
    }

    static String withoutAccents(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
