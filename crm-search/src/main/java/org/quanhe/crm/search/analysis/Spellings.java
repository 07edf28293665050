package org.quanhe.crm.search.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What two spellings of one name have in common: Nguyễn Văn An and An Nguyen Van are "an nguyen van", Công ty TNHH Tân
 * Á is "a tan", 张伟, 張偉, Zhang Wei, Wei Zhang and zhangwei are "zhangwei".
 */
public final class Spellings {
    private Spellings() {}

    /** Keys of a name: equal names share one, and names that share none are different. */
    public static Set<String> of(String name) {
        List<Word> words = LegalForms.without(Words.of(name));
        List<String> parts = words.stream()
                .map(word -> word.cjk() ? LegalForms.without(word.folded()) : word.folded())
                .toList();
        Set<String> spellings = new LinkedHashSet<>();
        if (!parts.isEmpty()) {
            spellings.add(String.join(" ", parts.stream().sorted().toList()));
            spellings.add(String.join("", parts));
            // family and given name change places
            spellings.add(parts.get(parts.size() - 1) + String.join("", parts.subList(0, parts.size() - 1)));
            spellings.add(String.join("", parts.subList(1, parts.size())) + parts.get(0));
        }
        if (words.size() == 1 && words.get(0).cjk()) {
            spellings.addAll(Pinyin.names(parts.get(0)));
        }
        return spellings;
    }
}
