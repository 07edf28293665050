package org.quanhe.crm.records.control.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in the text of a formula or a filter, as they are written: what it uses, and the same text with another
 * name. Texts in quotes and comments are passed over.
 */
public final class FormulaText {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<skip>//[^\\n]*|[rRbB]{0,2}(?:\"\"\"(?s:.*?)\"\"\"|'''(?s:.*?)'''"
                    + "|\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+')|\\d[\\w.]*)|(?<name>[A-Za-z_]\\w*)|(?<sign>\\S)");

    private final String text;
    private final List<Word> words = new ArrayList<>();

    /** A name that is a value. */
    private record Word(String relation, String name, int from, int to) {}

    /**
     * A field that is used.
     *
     * @param relation reference fields through which it is reached, as {@code order.customer}; empty for a field of the
     *     record itself
     * @param field its name
     */
    public record Name(String relation, String field) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            int order = relation.compareTo(other.relation);
            return order == 0 ? field.compareTo(other.field) : order;
        }
    }

    private FormulaText(String text) {
        this.text = text;
        Matcher token = TOKEN.matcher(text);
        String before = "";
        String owner = "";
        while (token.find()) {
            String name = token.group("name");
            if (name == null) {
                boolean dot = ".".equals(token.group("sign"));
                owner = dot && !owner.isEmpty() && !before.equals(".") ? owner : "";
                before = dot ? "." : "other";
                continue;
            }
            boolean called = text.substring(token.end()).stripLeading().startsWith("(");
            boolean behindDot = before.equals(".");
            if (!called && (!behindDot || !owner.isEmpty())) {
                words.add(new Word(behindDot ? owner : "", name, token.start(), token.end()));
            }
            owner = called || behindDot && owner.isEmpty() ? "" : behindDot ? owner + "." + name : name;
            before = "name";
        }
    }

    /** What the text uses; names of functions are none. A word that is no field at all stands here too. */
    public static Set<Name> names(String text) {
        Set<Name> names = new TreeSet<>();
        new FormulaText(text).words.forEach(word -> names.add(new Name(word.relation(), word.name())));
        return names;
    }

    /**
     * The text with another name where the old one means the field.
     *
     * @param means whether the old name, reached through those references (empty for none), means the field
     */
    public static String renamed(String text, String old, String fresh, BiPredicate<String, String> means) {
        StringBuilder changed = new StringBuilder(text);
        List<Word> words = new FormulaText(text).words;
        for (int i = words.size() - 1; i >= 0; i--) {
            Word word = words.get(i);
            if (word.name().equals(old) && means.test(word.relation(), word.name())) {
                changed.replace(word.from(), word.to(), fresh);
            }
        }
        return changed.toString();
    }
}
