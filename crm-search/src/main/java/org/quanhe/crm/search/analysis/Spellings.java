package org.quanhe.crm.search.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What two spellings of one name have in common: Nguyễn Văn An and An Nguyen Van are "an nguyen van", Công ty TNHH Tân
 * Á is "a tan", 张伟, 張偉, Zhang Wei, Wei Zhang and zhangwei are "zhangwei".
 */
public final class Spellings {
    /** A name with several words in characters would have too many. */
    private static final int MOST_READINGS = 6;

    private Spellings() {}

    /** Keys of a name: equal names share one, and names that share none are different. */
    public static Set<String> of(String name) {
        Set<String> spellings = new LinkedHashSet<>();
        readings(name).forEach(parts -> add(spellings, parts));
        return spellings;
    }

    /** Keys of the name of an organisation, whose words have an order. */
    public static Set<String> ofOrganisation(String name) {
        Set<String> spellings = new LinkedHashSet<>();
        readings(name).forEach(parts -> spellings.add(String.join("", parts)));
        return spellings;
    }

    private static List<List<String>> readings(String name) {
        List<List<String>> readings = new ArrayList<>(List.of(List.of()));
        for (Word word : LegalForms.without(Words.of(name))) {
            readings = further(readings, word);
        }
        return readings.stream().filter(parts -> !parts.isEmpty()).toList();
    }

    /** As it is written, and as it is read in Latin letters. */
    private static List<List<String>> further(List<List<String>> readings, Word word) {
        Set<String> forms = new LinkedHashSet<>();
        String written = word.cjk() ? LegalForms.without(word.folded()) : word.folded();
        forms.add(written);
        if (word.cjk()) {
            forms.addAll(Pinyin.names(written));
        }
        List<List<String>> further = new ArrayList<>();
        for (List<String> parts : readings) {
            for (String form : forms) {
                if (further.size() < MOST_READINGS) {
                    List<String> longer = new ArrayList<>(parts);
                    longer.add(form);
                    further.add(longer);
                }
            }
        }
        return further;
    }

    private static void add(Set<String> spellings, List<String> parts) {
        int last = parts.size() - 1;
        spellings.add(String.join(" ", parts.stream().sorted().toList()));
        spellings.add(String.join("", parts));
        // family and given name change places
        spellings.add(parts.get(last) + String.join("", parts.subList(0, last)));
        spellings.add(String.join("", parts.subList(1, parts.size())) + parts.get(0));
    }
}
