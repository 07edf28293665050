package org.quanhe.crm.search.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How people are called in talk: Mr Wright, chị Lan, 王先生. Who looks for somebody types it, and it stands in no record.
 */
public final class Salutations {
    /** Before a name, in just this spelling: nobody, and no street, has one of them as a name. */
    private static final Set<String> SURE = Stream.of("mr", "mrs", "ms", "miss", "dr", "prof", "chị")
            .map(form -> Words.of(form).get(0).exact())
            .collect(Collectors.toUnmodifiableSet());

    /** Before a name, folded: some of them are names as well, or streets begin so, as Bà Triệu. */
    private static final Set<String> PERHAPS =
            Set.of("anh", "chi", "em", "ong", "ba", "co", "chu", "bac", "thay", "di", "cau", "sir", "madam");

    /** Behind a name in pinyin: some of them are names as well. */
    private static final Set<String> PERHAPS_BEHIND = Set.of(
            "xiansheng",
            "nvshi",
            "nushi",
            "xiaojie",
            "taitai",
            "furen",
            "laoshi",
            "jingli",
            "zong",
            "laoban",
            "zhuren");

    /** Behind a name in characters, simplified; longer ones first. */
    private static final List<String> ENDS = List.of(
            "总经理", "副总裁", "董事长", "先生", "女士", "小姐", "太太", "夫人", "老师", "经理", "副总", "总监", "总裁", "主任", "老板", "老总", "医生",
            "律师", "教授", "师傅", "阿姨", "大哥", "大姐");

    /** Behind a family name alone: characters that end names as well. */
    private static final String SHORT_ENDS = "总董工哥姐叔姨";

    /** Before a family name alone. */
    private static final String FAMILIAR = "老小阿";

    private Salutations() {}

    /** True if the word is a form of address wherever it is written so before a name. */
    public static boolean surely(List<Word> words, int at) {
        return at == 0 && words.size() > 1 && SURE.contains(words.get(0).exact());
    }

    /** True if the word may be a form of address, and may be a name. */
    public static boolean perhaps(List<Word> words, int at) {
        String word = words.get(at).folded();
        return at == 0 && words.size() > 1 && PERHAPS.contains(word) || at == 1 && PERHAPS_BEHIND.contains(word);
    }

    /** Who is meant by characters that end with a form of address: 王 by 王先生; empty if they do not. */
    public static Optional<Word> named(Word run) {
        return Optional.ofNullable(named(run.folded())).map(run::as);
    }

    private static @Nullable String named(String run) {
        for (String end : ENDS) {
            if (run.endsWith(end) && run.length() > end.length()) {
                String name = run.substring(0, run.length() - end.length());
                return name.length() <= Pinyin.LONGEST_NAME ? name : null;
            }
        }
        int last = run.length() - 1;
        boolean end = last > 0 && SHORT_ENDS.indexOf(run.charAt(last)) >= 0;
        return end && isFamily(run.substring(0, last)) ? run.substring(0, last) : null;
    }

    /** Who is perhaps meant by characters that begin like a nickname: 王 by 老王; empty if they do not. */
    public static Optional<Word> familiar(Word run) {
        String name = run.folded();
        boolean familiar = name.length() > 1 && FAMILIAR.indexOf(name.charAt(0)) >= 0 && isFamily(name.substring(1));
        return familiar ? Optional.of(run.as(name.substring(1))) : Optional.empty();
    }

    /** True if the characters may be a family name and nothing else. */
    public static boolean isFamily(String characters) {
        return Pinyin.family(characters + "某").equals(characters);
    }
}
