package org.quanhe.crm.records.metadata.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.metadata.ChoiceModel;
import org.quanhe.crm.records.metadata.FieldModel;

/** What the form of a field holds: at first what the field is, then what was typed. */
public class FieldForm {
    /** Flags of the form and the use that each of them is. */
    static final Map<String, Use> FLAGS = flags();

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Boolean> flags = new LinkedHashMap<>();
    private final List<ChoiceRow> choices = new ArrayList<>();

    private static Map<String, Use> flags() {
        Map<String, Use> flags = new LinkedHashMap<>();
        flags.put("required", Use.REQUIRED);
        flags.put("unique", Use.UNIQUE);
        flags.put("list", Use.LIST);
        flags.put("quick", Use.QUICK);
        flags.put("searchable", Use.SEARCHED);
        flags.put("facet", Use.FACET);
        flags.put("sensitive", Use.SENSITIVE);
        return flags;
    }

    /** The form of a field; of a new one where there is none. */
    static FieldForm of(@Nullable FieldModel field) {
        FieldForm form = new FieldForm();
        for (Language language : Language.values()) {
            String tag = language.tag();
            form.texts.put("label." + tag, field == null ? "" : field.labels().getOrDefault(tag, ""));
            form.texts.put("help." + tag, field == null ? "" : field.help().getOrDefault(tag, ""));
        }
        form.texts.put("name", field == null ? "" : field.name());
        form.texts.put("kind", code(field == null ? FieldKind.TEXT : field.kind()));
        form.texts.put("target", field == null ? "" : field.target());
        form.texts.put("min", field == null ? "" : field.min());
        form.texts.put("max", field == null ? "" : field.max());
        form.texts.put("maxLength", field == null || field.maxLength() == 0 ? "" : Integer.toString(field.maxLength()));
        form.texts.put("pattern", field == null ? "" : field.pattern());
        form.texts.put("default", field == null ? "" : told(field.defaultValue()));
        form.texts.put("formula", field == null ? "" : field.formula());
        FLAGS.forEach((name, use) ->
                form.flags.put(name, field != null && field.uses().contains(use)));
        if (field != null) {
            field.choices().forEach(choice -> form.choices.add(ChoiceRow.of(choice)));
        }
        form.choices.add(ChoiceRow.empty());
        return form;
    }

    private static String told(@Nullable Object value) {
        if (value instanceof Map<?, ?> money) {
            return told(money.get("amount")) + " " + told(money.get("currency"));
        }
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** The form as it was sent. */
    static FieldForm read(HttpServletRequest request) {
        FieldForm form = of(null);
        form.texts.replaceAll((name, before) ->
                Objects.requireNonNullElse(request.getParameter(name), "").strip());
        form.flags.replaceAll((name, before) -> request.getParameter(name) != null);
        form.choices.clear();
        String[] codes = Objects.requireNonNullElse(request.getParameterValues("choice.code"), new String[0]);
        for (int i = 0; i < codes.length; i++) {
            Map<String, String> labels = new LinkedHashMap<>();
            for (Language language : Language.values()) {
                labels.put(language.tag(), at(request, "choice.label." + language.tag(), i));
            }
            form.choices.add(new ChoiceRow(codes[i].strip(), labels, "true".equals(at(request, "choice.retired", i))));
        }
        if (form.choices.isEmpty() || !form.choices.get(form.choices.size() - 1).isBlank()) {
            form.choices.add(ChoiceRow.empty());
        }
        return form;
    }

    private static String at(HttpServletRequest request, String name, int index) {
        String[] values = request.getParameterValues(name);
        return values != null && index < values.length ? values[index].strip() : "";
    }

    /** The field as a document; properties that do not belong to its kind are emptied. */
    Map<String, Object> document(boolean fresh) {
        Map<String, Object> to = new LinkedHashMap<>();
        String kind = texts.getOrDefault("kind", "text");
        to.put("name", name(fresh));
        to.put("kind", kind);
        to.put("labels", byTag("label."));
        to.put("help", byTag("help."));
        to.put("target", kind.startsWith("reference") ? texts.get("target") : "");
        boolean ordered = List.of("number", "money", "date", "date-time").contains(kind);
        to.put("min", ordered ? texts.get("min") : "");
        to.put("max", ordered ? texts.get("max") : "");
        boolean text = List.of("text", "long-text", "phone", "email", "url").contains(kind);
        to.put("pattern", text ? texts.get("pattern") : "");
        to.put(
                "maxLength",
                text && texts.getOrDefault("maxLength", "").matches("\\d{1,6}")
                        ? new BigDecimal(texts.get("maxLength"))
                        : BigDecimal.ZERO);
        to.put("default", texts.get("default"));
        to.put("formula", texts.get("formula"));
        to.putAll(flags);
        to.put("choices", offered(kind));
        return to;
    }

    private List<Object> offered(String kind) {
        List<Object> offered = new ArrayList<>();
        if (List.of("choice", "choices", "phones", "emails", "links", "addresses")
                .contains(kind)) {
            choices.stream().filter(row -> !row.isBlank()).forEach(row -> offered.add(row.document()));
        }
        return offered;
    }

    private Map<String, String> byTag(String prefix) {
        Map<String, String> byTag = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            byTag.put(language.tag(), texts.getOrDefault(prefix + language.tag(), ""));
        }
        return byTag;
    }

    /** A new field without a name gets one from its label: {@code "Area in m²"} becomes {@code areaInM2}. */
    private String name(boolean fresh) {
        String typed = texts.getOrDefault("name", "");
        return typed.isEmpty() && fresh ? nameOf(List.copyOf(byTag("label.").values()), "field") : typed;
    }

    static String nameOf(List<String> labels, String otherwise) {
        for (String label : labels) {
            String plain = Normalizer.normalize(label, Normalizer.Form.NFKD)
                    .replaceAll("\\p{M}", "")
                    .replace('đ', 'd')
                    .replace('Đ', 'D');
            StringBuilder name = new StringBuilder();
            for (String word : plain.split("[^A-Za-z0-9]+")) {
                if (!word.isEmpty() && name.length() + word.length() <= 40) {
                    String rest = word.substring(1).toLowerCase(Locale.ROOT);
                    name.append(
                                    name.isEmpty()
                                            ? word.substring(0, 1).toLowerCase(Locale.ROOT)
                                            : word.substring(0, 1).toUpperCase(Locale.ROOT))
                            .append(rest);
                }
            }
            if (!name.isEmpty() && Character.isLetter(name.charAt(0))) {
                return name.toString();
            }
        }
        return otherwise + Long.toString(System.nanoTime() % 1_000_000, 36);
    }

    static String code(FieldKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Map<String, String> getTexts() {
        return texts;
    }

    public Map<String, Boolean> getFlags() {
        return flags;
    }

    public List<ChoiceRow> getChoices() {
        return choices;
    }

    /** A line of the table of choices. */
    public record ChoiceRow(String code, Map<String, String> labels, boolean retired) {
        static ChoiceRow of(ChoiceModel choice) {
            return new ChoiceRow(choice.code(), choice.labels(), choice.retired());
        }

        static ChoiceRow empty() {
            return new ChoiceRow("", Map.of(), false);
        }

        public boolean isBlank() {
            return code.isEmpty() && labels.values().stream().allMatch(String::isEmpty);
        }

        Map<String, Object> document() {
            String said = code.isEmpty()
                    ? labels.values().stream()
                            .filter(label -> !label.isEmpty())
                            .findFirst()
                            .orElse("")
                    : code;
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("code", said);
            document.put("labels", labels);
            document.put("retired", retired);
            return document;
        }
    }
}
