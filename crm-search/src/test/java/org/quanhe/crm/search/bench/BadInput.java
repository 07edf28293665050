package org.quanhe.crm.search.bench;

import java.util.Arrays;
import java.util.List;

/** What nobody should type, and what an engine takes for it: every one is to be answered or refused quickly. */
final class BadInput {
    private static final int TIMES = 5;

    static final List<String> TEXTS = List.of(
            "",
            "   ",
            "a".repeat(10_000),
            "nguyen van ".repeat(900),
            "漢".repeat(10_000),
            "é".repeat(10_000),
            "1".repeat(10_000),
            "* ".repeat(5_000),
            "!!!???---",
            "\ud800",
            "anh \udfff\ud83d",
            "\u202enguyen\u202c \u200eanh\u200f",
            "*:*",
            "a~999999",
            "[[",
            "title:(a OR b*) AND NOT -c^99",
            "/(a+)+$/",
            "' OR 1=1; DROP TABLE customers; --",
            "#{7*7} ${7*7}",
            "<script>alert(1)</script>",
            "😀 👨‍👩‍👧‍👦 🇻🇳",
            "ng\u200buy\u200ce\u200dn\ufeff",
            "a\u0300\u0301\u0302\u0303".repeat(500),
            "a b c d e f g h i j k l m n o p q r s t u v w x y z");

    private BadInput() {}

    /** The longest that one of them takes, in milliseconds: of each the median of some times. */
    static double slowest(Competitor engine) {
        return TEXTS.stream().mapToDouble(text -> median(engine, text)).max().orElseThrow();
    }

    private static double median(Competitor engine, String text) {
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            engine.firstTen(text);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[TIMES / 2];
    }
}
