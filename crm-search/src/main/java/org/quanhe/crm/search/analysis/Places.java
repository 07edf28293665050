package org.quanhe.crm.search.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Places that are called otherwise than an address has them: Sài Gòn, HCM and 胡志明 for Hồ Chí Minh, Beijing for 北京, Q3
 * for Quận 3. The names come from a table of the project, districts from their number.
 */
public final class Places {
    /** Words before the number of a district or ward; what is written together is made of the first letter. */
    private static final List<List<String>> NUMBERED = List.of(List.of("quan", "district"), List.of("phuong", "ward"));

    /** As they are written before a number as well. */
    private static final Map<String, List<String>> SHORT =
            Map.of("q", NUMBERED.get(0), "dist", NUMBERED.get(0), "p", NUMBERED.get(1));

    private static final Pattern TOGETHER = Pattern.compile("([qp])([0-9]{1,2})");

    private static final Pattern NUMBER_OF_DISTRICT = Pattern.compile("[0-9]{1,2}");

    /** Before the name of a street, with accents: without them one is a family name. */
    private static final Set<String> BEFORE_STREET = Set.of(exact("đường"), exact("phố"));

    /** Behind the name of a street. */
    private static final Set<String> BEHIND_STREET =
            Set.of("street", "st", "road", "rd", "avenue", "ave", "boulevard", "blvd", "lane");

    /** Before the number of a house. */
    private static final Set<String> NUMBER = Set.of("so", "no");

    /** Names that say that a place is meant, and all names. */
    private static final Names WRITTEN = new Names();

    private static final Names LOOKED_FOR = new Names();

    static {
        for (String line : Tables.lines("/org/quanhe/crm/search/analysis/places.txt")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("\\|");
                Place place = new Place(folded(line.replace('|', ',')));
                folded(parts[0]).forEach(name -> WRITTEN.add(name, place));
                place.names().forEach(name -> LOOKED_FOR.add(name, place));
            }
        }
    }

    private Places() {}

    /**
     * A place.
     *
     * @param names all its names, folded: words with blanks between, or characters
     */
    public record Place(Set<String> names) {}

    /**
     * Where a text names a place.
     *
     * @param start first char in the text
     * @param end behind the last char
     */
    public record Named(Place place, int start, int end) {}

    /** Names by their first word, or their first character, longer ones first. */
    private static final class Names {
        private final Map<String, List<Name>> byStart = new HashMap<>();

        private void add(String name, Place place) {
            Name one = new Name(List.of(name.split(" ")), place);
            List<Name> like = byStart.computeIfAbsent(start(one.words().get(0)), start -> new ArrayList<>());
            like.add(one);
            like.sort(Comparator.comparing((Name any) -> any.words().size())
                    .thenComparing(any -> any.words().get(0).length())
                    .reversed());
        }

        private List<Name> starting(String word) {
            return byStart.getOrDefault(word, List.of());
        }

        private static String start(String word) {
            return Character.isIdeographic(word.codePointAt(0)) ? word.substring(0, 1) : word;
        }
    }

    private record Name(List<String> words, Place place) {
        private boolean stands(List<Word> text, int from) {
            if (from + words.size() > text.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                if (!text.get(from + i).folded().equals(words.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The places that an address names. */
    public static List<Named> in(List<Word> text) {
        return named(text, WRITTEN);
    }

    /** The places that somebody may mean who looks for these words. */
    public static Set<Place> meant(List<Word> typed) {
        return named(typed, LOOKED_FOR).stream().map(Named::place).collect(Collectors.toSet());
    }

    /** True if the word says that a street or a house follows, or is over: an address may have the name alone. */
    public static boolean spared(List<Word> words, int at) {
        Word word = words.get(at);
        boolean more = at + 1 < words.size();
        return more && BEFORE_STREET.contains(word.exact())
                || at > 0 && BEHIND_STREET.contains(word.folded())
                || more && NUMBER.contains(word.folded()) && words.get(at + 1).digits();
    }

    private static List<Named> named(List<Word> text, Names names) {
        List<Named> all = new ArrayList<>();
        int at = 0;
        while (at < text.size()) {
            Word word = text.get(at);
            int words = 1;
            if (word.cjk()) {
                characters(word, names, all);
            } else {
                Name name = standing(text, at, names);
                if (name != null) {
                    words = name.words().size();
                    all.add(new Named(
                            name.place(), word.start(), text.get(at + words - 1).end()));
                }
            }
            at += words;
        }
        return all;
    }

    private static @Nullable Name standing(List<Word> text, int at, Names names) {
        for (Name name : names.starting(text.get(at).folded())) {
            if (name.stands(text, at)) {
                return name;
            }
        }
        return numbered(text, at);
    }

    private static @Nullable Name numbered(List<Word> text, int at) {
        String word = text.get(at).folded();
        Matcher together = TOGETHER.matcher(word);
        if (together.matches()) {
            return new Name(
                    List.of(word), numbered(SHORT.getOrDefault(together.group(1), List.of()), together.group(2)));
        }
        if (at + 1 == text.size()
                || !NUMBER_OF_DISTRICT.matcher(text.get(at + 1).folded()).matches()) {
            return null;
        }
        String number = text.get(at + 1).folded();
        for (List<String> kind : NUMBERED) {
            if (kind.contains(word) || kind.equals(SHORT.get(word))) {
                return new Name(List.of(word, number), numbered(kind, number));
            }
        }
        return null;
    }

    private static Place numbered(List<String> kind, String digits) {
        String number = Integer.toString(Integer.parseInt(digits));
        Set<String> names = new LinkedHashSet<>(List.of(kind.get(0).charAt(0) + number));
        kind.forEach(word -> names.add(word + ' ' + number));
        return new Place(names);
    }

    private static void characters(Word run, Names names, List<Named> into) {
        String text = run.folded();
        int at = 0;
        while (at < text.length()) {
            int from = at++;
            for (Name name : names.starting(text.substring(from, from + 1))) {
                String wanted = name.words().get(0);
                if (text.startsWith(wanted, from)) {
                    into.add(new Named(name.place(), run.start() + from, run.start() + from + wanted.length()));
                    at = from + wanted.length();
                    break;
                }
            }
        }
    }

    private static String exact(String word) {
        return Words.of(word).get(0).exact();
    }

    private static Set<String> folded(String names) {
        Set<String> all = new LinkedHashSet<>();
        for (String name : names.split(",")) {
            all.add(Words.of(name).stream().map(Word::folded).collect(Collectors.joining(" ")));
        }
        return all;
    }
}
