package org.quanhe.crm.messages.control.template;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.TemplateText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.control.FreshNames;
import org.quanhe.crm.records.spi.FieldUser.Renaming;

/** A template with the new names of fields, wherever it names them. */
final class RenamedTexts {
    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*(#if\\s+)?([^{}]+?)\\s*}}");

    private final String type;
    private final FreshNames names;
    private final BinaryOperator<String> targets;

    /** @param targets the type that a reference points to, by type and field; empty where there is none */
    RenamedTexts(String type, List<Renaming> renamings, BinaryOperator<String> targets) {
        this.type = type;
        this.names = new FreshNames(renamings);
        this.targets = targets;
    }

    TemplateContent in(TemplateContent content) {
        Map<Language, TemplateText> texts = new EnumMap<>(Language.class);
        content.texts()
                .forEach((language, text) ->
                        texts.put(language, new TemplateText(renamed(text.subject()), renamed(text.body()))));
        return new TemplateContent(
                content.code(),
                content.name(),
                content.kind(),
                content.type(),
                content.fallback(),
                texts,
                content.purpose());
    }

    private String renamed(String text) {
        Matcher tag = TAG.matcher(text);
        StringBuilder changed = new StringBuilder();
        int behind = 0;
        while (tag.find()) {
            String content = tag.group(2);
            boolean path = ParsedText.PATH.matcher(content).matches();
            String fresh = path
                    ? names.path(type, content, targets)
                    : tag.group(1) == null ? content : names.condition(type, content);
            changed.append(text, behind, tag.start(2)).append(fresh);
            behind = tag.end(2);
        }
        return changed.append(text.substring(behind)).toString();
    }
}
