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
import org.quanhe.crm.records.control.formula.FormulaText;
import org.quanhe.crm.records.spi.FieldUser.Renaming;

/** A template with the new names of fields, wherever it names them. */
final class RenamedTexts {
    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*(#if\\s+)?([^{}]+?)\\s*}}");

    private final String type;
    private final List<Renaming> renamings;
    private final BinaryOperator<String> targets;

    /** @param targets the type that a reference points to, by type and field; empty where there is none */
    RenamedTexts(String type, List<Renaming> renamings, BinaryOperator<String> targets) {
        this.type = type;
        this.renamings = renamings;
        this.targets = targets;
    }

    TemplateContent in(TemplateContent content) {
        Map<Language, TemplateText> texts = new EnumMap<>(Language.class);
        content.texts()
                .forEach((language, text) ->
                        texts.put(language, new TemplateText(renamed(text.subject()), renamed(text.body()))));
        return new TemplateContent(
                content.code(), content.name(), content.kind(), content.type(), content.fallback(), texts);
    }

    private String renamed(String text) {
        Matcher tag = TAG.matcher(text);
        StringBuilder changed = new StringBuilder();
        int behind = 0;
        while (tag.find()) {
            String content = tag.group(2);
            boolean path = ParsedText.PATH.matcher(content).matches();
            String fresh = path ? path(content) : tag.group(1) == null ? content : condition(content);
            changed.append(text, behind, tag.start(2)).append(fresh);
            behind = tag.end(2);
        }
        return changed.append(text.substring(behind)).toString();
    }

    private String path(String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return name(type, path);
        }
        String first = path.substring(0, dot);
        return name(type, first) + "." + name(targets.apply(type, first), path.substring(dot + 1));
    }

    private String name(String of, String field) {
        return renamings.stream()
                .filter(one -> one.type().equals(of) && one.before().equals(field))
                .map(Renaming::after)
                .findFirst()
                .orElse(field);
    }

    /** By names that nobody has, as two fields may have changed places. */
    private String condition(String text) {
        String changed = text;
        for (int i = 0; i < renamings.size(); i++) {
            Renaming one = renamings.get(i);
            if (one.type().equals(type)) {
                changed = FormulaText.renamed(
                        changed, one.before(), "between__" + i, (relation, name) -> relation.isEmpty());
            }
        }
        for (int i = 0; i < renamings.size(); i++) {
            changed = FormulaText.renamed(
                    changed, "between__" + i, renamings.get(i).after(), (relation, name) -> relation.isEmpty());
        }
        return changed;
    }
}
