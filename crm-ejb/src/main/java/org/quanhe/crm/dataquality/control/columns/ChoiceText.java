package org.quanhe.crm.dataquality.control.columns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.FieldView;

/** Words for the choices of a field: their codes, labels in all languages, and further ones from the word list. */
final class ChoiceText {
    private static final Map<String, List<String>> LIST = Words.read("values.properties");
    private final Map<String, String> codeByWord = new HashMap<>();

    ChoiceText(FieldView field) {
        for (String code : field.choices()) {
            learn(code, code);
            for (Language language : Language.values()) {
                Texts.in(language).find(field.labelKey() + '.' + code).ifPresent(label -> learn(label, code));
            }
            LIST.getOrDefault(field.name() + '.' + code, List.of()).forEach(word -> learn(word, code));
        }
    }

    private void learn(String word, String code) {
        codeByWord.putIfAbsent(Words.key(word), code);
    }

    /** The choice's code; the text itself where no choice is called so. */
    String code(String text) {
        return codeByWord.getOrDefault(Words.key(text), text);
    }

    /** {@code true} or {@code false} for the words of either; the text itself for others. */
    static String yesNo(String text) {
        String key = Words.key(text);
        if (LIST.getOrDefault("yes", List.of()).stream().map(Words::key).anyMatch(key::equals)) {
            return "true";
        }
        return LIST.getOrDefault("no", List.of()).stream().map(Words::key).anyMatch(key::equals) ? "false" : text;
    }
}
