package org.quanhe.crm.scoring.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.ui.ConditionRows;

/**
 * A model as the form has it: at first the draft, then what was typed. Names in other languages than the viewer's, and
 * kinds of criteria that the form does not know, go through it as they are.
 */
final class ModelForm {
    private static final int MOST = 100;
    private static final List<String> NUMBERS = List.of("atMost", "everyDays", "fadesDays");

    private final Map<String, Object> document;

    private ModelForm(Map<String, Object> document) {
        this.document = document;
    }

    static ModelForm of(Map<String, Object> draft) {
        return new ModelForm(draft);
    }

    Map<String, Object> document() {
        return document;
    }

    /** What was typed over the draft. */
    static ModelForm read(
            HttpServletRequest request, Map<String, Object> draft, RecordTypeView leads, Language language) {
        Map<String, Object> document = new LinkedHashMap<>(draft);
        document.put("name", named(draft.get("name"), parameter(request, "name"), language));
        for (String number : List.of("warm", "hot", "threshold")) {
            document.put(number, number(parameter(request, number)));
        }
        Map<String, Map<?, ?>> known = new HashMap<>();
        criteria(draft).forEach(one -> known.put(String.valueOf(one.get("key")), one));
        List<Object> criteria = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        String count = parameter(request, "count");
        for (int i = 0; i < MOST && count.matches("\\d{1,3}") && i < Integer.parseInt(count); i++) {
            String at = "c" + i + ".";
            if (parameter(request, at + "remove").isEmpty()) {
                criteria.add(criterion(request, at, known, keys, leads, language));
            }
        }
        String added = parameter(request, "add");
        if (!added.isEmpty()) {
            criteria.add(fresh(added));
        }
        document.put("criteria", criteria);
        return new ModelForm(document);
    }

    private static Map<String, Object> fresh(String kind) {
        Map<String, Object> fresh = new LinkedHashMap<>();
        fresh.put("key", "");
        fresh.put("kind", kind);
        fresh.put("labels", Map.of());
        fresh.put("points", BigDecimal.valueOf(5));
        if (kind.equals("behaviour")) {
            fresh.put("signal", "visit");
            fresh.put("atMost", BigDecimal.ONE);
            fresh.put("everyDays", BigDecimal.ONE);
            fresh.put("fadesDays", BigDecimal.valueOf(30));
        }
        return fresh;
    }

    private static Map<String, Object> criterion(
            HttpServletRequest request,
            String at,
            Map<String, Map<?, ?>> known,
            Set<String> keys,
            RecordTypeView leads,
            Language language) {
        String key = parameter(request, at + "key");
        String label = parameter(request, at + "label").strip();
        Map<?, ?> before = known.getOrDefault(key, Map.of());
        Map<String, Object> criterion = new LinkedHashMap<>();
        before.forEach((name, value) -> criterion.put(name.toString(), value));
        criterion.put("key", key.isEmpty() ? key(label, keys, known.keySet()) : key);
        keys.add(String.valueOf(criterion.get("key")));
        String kind = parameter(request, at + "kind");
        criterion.put("kind", kind);
        criterion.put("labels", named(before.get("labels"), label, language));
        criterion.put("points", number(parameter(request, at + "points")));
        switch (kind) {
            case "profile" -> {
                boolean written = "text".equals(parameter(request, at + "mode"));
                criterion.put(
                        "when",
                        written
                                ? parameter(request, at + "text").strip()
                                : ConditionRows.read(request, at).text(leads));
            }
            case "completeness" ->
                criterion.put(
                        "fields",
                        Arrays.asList(
                                Objects.requireNonNullElse(request.getParameterValues(at + "fields"), new String[0])));
            case "behaviour" -> {
                criterion.put("signal", parameter(request, at + "signal"));
                criterion.put("about", parameter(request, at + "about").strip());
                NUMBERS.forEach(number -> criterion.put(number, number(parameter(request, at + number))));
            }
            default -> {
                // a kind that a plug-in brought stays as it was
            }
        }
        return criterion;
    }

    /** A key made of the label, another one than all others. */
    private static String key(String label, Set<String> used, Set<String> known) {
        String plain = Normalizer.normalize(label.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        String stem = plain.isEmpty() ? "criterion" : plain.substring(0, Math.min(30, plain.length()));
        String key = stem;
        for (int i = 2; used.contains(key) || known.contains(key); i++) {
            key = stem + "-" + i;
        }
        return key;
    }

    private static Map<String, Object> named(@Nullable Object before, String text, Language language) {
        Map<String, Object> names = new LinkedHashMap<>();
        if (before instanceof Map<?, ?> known) {
            known.forEach((tag, name) -> names.put(tag.toString(), name));
        }
        if (text.isBlank()) {
            names.remove(language.tag());
        } else {
            names.put(language.tag(), text.strip());
        }
        return names;
    }

    /** A whole number, or what was typed instead: the model says what is wrong with it. */
    private static Object number(String text) {
        String told = text.strip().replace('−', '-');
        return told.matches("[+-]?\\d{1,6}") ? new BigDecimal(told) : told;
    }

    static List<Map<?, ?>> criteria(Map<String, Object> document) {
        List<Map<?, ?>> criteria = new ArrayList<>();
        if (document.get("criteria") instanceof List<?> list) {
            list.forEach(one -> {
                if (one instanceof Map<?, ?> criterion) {
                    criteria.add(criterion);
                }
            });
        }
        return criteria;
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
