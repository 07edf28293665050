package org.quanhe.crm.records.control.model;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/** The texts that a model brings: names of types and fields, help, choices. */
public final class ModelTexts {
    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    private ModelTexts() {
        for (Language language : Language.values()) {
            texts.put(language, new HashMap<>());
        }
    }

    /** All of them, by language and key. */
    public static Map<Language, Map<String, String>> of(Model model) {
        ModelTexts found = new ModelTexts();
        model.types().values().forEach(found::type);
        return found.texts;
    }

    private void type(TypeModel type) {
        if (!type.builtIn()) {
            put(type.name() + ".type", type.labels());
            put(type.name() + ".type.one", type.singular().isEmpty() ? type.labels() : type.singular());
            for (Language language : Language.values()) {
                texts.get(language).put(type.name() + ".name", nameIn(language));
            }
        }
        type.fields().values().forEach(field -> field(type.name() + "." + field.name(), field));
    }

    private static String nameIn(Language language) {
        return org.quanhe.crm.platform.Texts.in(language).text("records.metadata.name");
    }

    private void field(String key, FieldModel field) {
        put(key, field.labels());
        if (!field.help().isEmpty()) {
            put(key + ".help", field.help());
        }
        field.choices().forEach(choice -> {
            if (!choice.labels().isEmpty()) {
                put(key + "." + choice.code(), choice.labels());
            }
        });
    }

    private void put(String key, Map<String, String> byTag) {
        for (Language language : Language.values()) {
            texts.get(language).put(key, in(language, byTag));
        }
    }

    /** The text in that language; where it is missing, in the other Chinese script, in English, in any. */
    public static String in(Language language, Map<String, String> byTag) {
        List<Language> order =
                switch (language) {
                    case ZH_CN -> List.of(language, Language.ZH_TW, Language.EN, Language.VI);
                    case ZH_TW -> List.of(language, Language.ZH_CN, Language.EN, Language.VI);
                    case VI -> List.of(language, Language.EN, Language.ZH_CN, Language.ZH_TW);
                    case EN -> List.of(language, Language.VI, Language.ZH_CN, Language.ZH_TW);
                };
        return order.stream()
                .map(one -> byTag.getOrDefault(one.tag(), ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
