package org.quanhe.crm.search.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What companies have in their names by law: who looks for one may leave it out, and may type another than it has. */
public final class LegalForms {
    /** Words that stand together, folded, by the first of them; longer ones first. */
    private static final Map<String, List<List<String>>> FORMS = byFirstWord(
            "cong ty trach nhiem huu han mot thanh vien",
            "cong ty trach nhiem huu han",
            "cong ty tnhh mot thanh vien",
            "cong ty tnhh mtv",
            "cong ty tnhh",
            "cong ty co phan",
            "cong ty cp",
            "cong ty",
            "cty tnhh mtv",
            "cty tnhh",
            "cty co phan",
            "cty cp",
            "cty",
            "ct tnhh",
            "tnhh mot thanh vien",
            "tnhh mtv",
            "tnhh",
            "mtv",
            "doanh nghiep tu nhan",
            "dntn",
            "ho kinh doanh",
            "hkd",
            "tap doan",
            "co ltd",
            "co limited",
            "company limited",
            "pte ltd",
            "pty ltd",
            "joint stock company",
            "jsc",
            "ltd",
            "limited",
            "inc",
            "incorporated",
            "llc",
            "llp",
            "plc",
            "corp",
            "corporation",
            "gmbh");

    /** Ends of names in characters, simplified; longer ones first. */
    private static final List<String> ENDS =
            List.of("集团股份有限公司", "集团有限责任公司", "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "集团公司", "股份公司", "公司", "集团");

    /** What a company does stands before its name as well. */
    private static final Map<String, List<List<String>>> TRADES = byFirstWord(
            "xuat nhap khau",
            "thuong mai",
            "dich vu",
            "san xuat",
            "dau tu",
            "xay dung",
            "phat trien",
            "ky thuat",
            "cong nghe",
            "tu van",
            "tm",
            "dv",
            "sx",
            "xd",
            "xnk",
            "va");

    private static final int SHORTEST_NAME = 2;

    private LegalForms() {}

    /** For each word whether it is part of a legal form; none if that would leave nothing of the name. */
    public static List<Boolean> among(List<Word> words) {
        List<Boolean> form = recognised(words);
        return form.contains(false) ? form : words.stream().map(word -> false).toList();
    }

    /** For each word whether it is part of a legal form. */
    public static List<Boolean> recognised(List<Word> words) {
        List<Boolean> form = new ArrayList<>();
        while (form.size() < words.size()) {
            int length = longest(FORMS, words, form.size());
            for (int i = 0; i < Math.max(1, length); i++) {
                form.add(length > 0);
            }
        }
        return form;
    }

    /** The words without their legal form: what the company does stays. */
    public static List<Word> without(List<Word> words) {
        List<Boolean> form = among(words);
        List<Word> others = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!form.get(i)) {
                others.add(words.get(i));
            }
        }
        return others;
    }

    /**
     * The words of the name alone, without its legal form and what the company does, as far as that stands before it.
     */
    public static List<Word> name(List<Word> words) {
        List<Boolean> form = among(words);
        int from = longest(FORMS, words, 0);
        int trade = from == 0 ? 0 : longest(TRADES, words, from);
        while (trade > 0) {
            from += trade;
            trade = longest(TRADES, words, from);
        }
        List<Word> name = new ArrayList<>();
        for (int i = from; i < words.size(); i++) {
            if (!form.get(i)) {
                name.add(
                        words.get(i).cjk()
                                ? words.get(i).as(without(words.get(i).folded()))
                                : words.get(i));
            }
        }
        return name.isEmpty() ? words : name;
    }

    private static Map<String, List<List<String>>> byFirstWord(String... forms) {
        return Stream.of(forms)
                .map(form -> List.of(form.split(" ")))
                .sorted(Comparator.comparing((List<String> form) -> form.size()).reversed())
                .collect(Collectors.groupingBy(form -> form.get(0)));
    }

    /** How many words from that one on are the longest of these forms; 0 for none. */
    private static int longest(Map<String, List<List<String>>> forms, List<Word> words, int from) {
        if (from < words.size()) {
            for (List<String> form : forms.getOrDefault(words.get(from).folded(), List.of())) {
                if (stands(form, words, from)) {
                    return form.size();
                }
            }
        }
        return 0;
    }

    private static boolean stands(List<String> form, List<Word> words, int from) {
        if (from + form.size() > words.size()) {
            return false;
        }
        for (int i = 1; i < form.size(); i++) {
            if (!words.get(from + i).folded().equals(form.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A name in simplified characters without its form; as it is if hardly anything would be left. */
    public static String without(String run) {
        for (String end : ENDS) {
            if (run.endsWith(end) && !ENDS.contains(run) && run.length() - end.length() >= SHORTEST_NAME) {
                return run.substring(0, run.length() - end.length());
            }
        }
        return run;
    }
}
