package org.quanhe.crm.capture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;

/** Web forms as JSON documents: what REST takes and gives, and what is kept. */
public final class WebFormJson {
    private final List<Violation> violations = new ArrayList<>();

    private WebFormJson() {}

    /** The document of a form. */
    public static Map<String, Object> document(WebFormContent form) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", form.code());
        document.put("name", form.name());
        document.put("published", form.published());
        document.put("languages", form.languages().stream().map(Language::tag).toList());
        document.put("fields", form.fields().stream().map(WebFormJson::document).toList());
        Map<String, Object> texts = new LinkedHashMap<>();
        for (Language language : form.languages()) {
            FormTexts said = form.in(language);
            Map<String, Object> text = new LinkedHashMap<>();
            text.put("title", said.title());
            text.put("intro", said.intro());
            text.put("button", said.button());
            text.put("thanks", said.thanks());
            texts.put(language.tag(), text);
        }
        document.put("texts", texts);
        document.put("consents", form.consents());
        document.put("source", form.source());
        document.put("medium", form.medium());
        document.put("campaign", form.campaign());
        putNumber(document, "owner", form.owner());
        putNumber(document, "team", form.team());
        document.put("sites", form.sites());
        putNumber(document, "leastSeconds", form.leastSeconds());
        return document;
    }

    private static void putNumber(Map<String, Object> document, String name, @Nullable Number number) {
        if (number != null) {
            document.put(name, BigDecimal.valueOf(number.longValue()));
        }
    }

    private static Map<String, Object> document(AskedField field) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", field.name());
        document.put("required", field.required());
        document.put("labels", byTag(field.labels()));
        document.put("hints", byTag(field.hints()));
        return document;
    }

    private static Map<String, Object> byTag(Map<Language, String> texts) {
        Map<String, Object> byTag = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String text = texts.get(language);
            if (text != null) {
                byTag.put(language.tag(), text);
            }
        }
        return byTag;
    }

    /** Reads a document; INVALID names the place of each part that cannot be one. */
    public static WebFormContent read(Map<String, ? extends @Nullable Object> document) {
        WebFormJson reading = new WebFormJson();
        WebFormContent form = reading.form(document);
        if (!reading.violations.isEmpty()) {
            throw CrmException.invalid(reading.violations);
        }
        return form;
    }

    private WebFormContent form(Map<String, ? extends @Nullable Object> document) {
        List<Language> languages = new ArrayList<>();
        texts(document, "languages").forEach(tag -> language("languages", tag).ifPresent(language -> {
            if (!languages.contains(language)) {
                languages.add(language);
            }
        }));
        List<AskedField> fields = new ArrayList<>();
        for (Object one : list(document, "fields")) {
            fields.add(field("fields[" + fields.size() + "]", one));
        }
        Map<Language, FormTexts> texts = new LinkedHashMap<>();
        map(document.get("texts"))
                .forEach((tag, value) -> language("texts." + tag, tag).ifPresent(language -> {
                    Map<String, @Nullable Object> text = map(value);
                    texts.put(
                            language,
                            new FormTexts(
                                    text(text, "title"),
                                    text(text, "intro"),
                                    text(text, "button"),
                                    text(text, "thanks")));
                }));
        return new WebFormContent(
                text(document, "code"),
                text(document, "name"),
                yes(document, "published"),
                languages,
                fields,
                texts,
                texts(document, "consents").stream().distinct().toList(),
                text(document, "source"),
                text(document, "medium"),
                text(document, "campaign"),
                number(document, "owner"),
                number(document, "team"),
                texts(document, "sites").stream().distinct().toList(),
                Optional.ofNullable(number(document, "leastSeconds"))
                        .map(seconds -> (int) Math.min(seconds, Integer.MAX_VALUE))
                        .orElse(null));
    }

    private AskedField field(String place, @Nullable Object value) {
        Map<String, @Nullable Object> document = map(value);
        return new AskedField(
                text(document, "name"),
                yes(document, "required"),
                spoken(place + ".labels", document.get("labels")),
                spoken(place + ".hints", document.get("hints")));
    }

    private Map<Language, String> spoken(String place, @Nullable Object value) {
        Map<Language, String> spoken = new LinkedHashMap<>();
        map(value).forEach((tag, text) -> language(place + "." + tag, tag).ifPresent(language -> {
            if (text instanceof String said && !said.isBlank()) {
                spoken.put(language, said.strip());
            }
        }));
        return spoken;
    }

    private Optional<Language> language(String place, String tag) {
        Optional<Language> found = Stream.of(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
        if (found.isEmpty()) {
            violations.add(new Violation(place, LocalizedMessage.of("messages.error.noLanguage", tag)));
        }
        return found;
    }

    private boolean yes(Map<String, ? extends @Nullable Object> document, String name) {
        Object value = document.get(name);
        if (value != null && !(value instanceof Boolean)) {
            wrongChoice(name, value.toString());
        }
        return Boolean.TRUE.equals(value);
    }

    private void wrongChoice(String name, String found) {
        violations.add(new Violation(
                name,
                LocalizedMessage.of(
                        "records.error.noChoice", found, LocalizedMessage.of("records.list", "true, false"))));
    }

    private @Nullable Long number(Map<String, ? extends @Nullable Object> document, String name) {
        Object value = document.get(name);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        if (value.toString().matches("\\d{1,18}")) {
            return Long.valueOf(value.toString());
        }
        violations.add(new Violation(name, LocalizedMessage.of("records.error.noNumber", value.toString())));
        return null;
    }

    private static String text(Map<String, ? extends @Nullable Object> document, String name) {
        return document.get(name) instanceof String text
                ? text.replace("\r\n", "\n").strip()
                : "";
    }

    private static List<?> list(Map<String, ? extends @Nullable Object> document, String name) {
        return document.get(name) instanceof List<?> list ? list : List.of();
    }

    private static List<String> texts(Map<String, ? extends @Nullable Object> document, String name) {
        return list(document, name).stream()
                .filter(String.class::isInstance)
                .map(text -> text.toString().strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, part) -> map.put(key.toString(), part));
        }
        return map;
    }
}
