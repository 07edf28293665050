package org.quanhe.crm.processes.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;

/** The document of a process while somebody changes it: each change is a document of its own. */
final class ProcessDocument {
    private final Map<String, Object> members;
    private final List<Map<String, Object>> steps;

    private ProcessDocument(Map<String, Object> members, List<Map<String, Object>> steps) {
        this.members = members;
        this.steps = steps;
    }

    static ProcessDocument of(Map<String, ?> document) {
        List<Map<String, Object>> steps = new ArrayList<>();
        if (document.get("steps") instanceof List<?> list) {
            list.forEach(one -> steps.add(object(one)));
        }
        return new ProcessDocument(new LinkedHashMap<>(document), steps);
    }

    static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> object.put(key.toString(), one));
        }
        return object;
    }

    /** Texts by language. */
    static Map<String, String> texts(@Nullable Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(value).forEach((tag, text) -> texts.put(tag, text.toString()));
        return texts;
    }

    /** The name of that member in the language, in another one where it was not given. */
    static String told(Map<String, Object> of, String member, Language language) {
        Map<String, Object> labels = object(of.get(member));
        Object own = labels.getOrDefault(language.tag(), labels.get("en"));
        return own == null
                ? labels.values().stream().findFirst().map(Object::toString).orElse("")
                : own.toString();
    }

    Map<String, Object> members() {
        return members;
    }

    List<Map<String, Object>> steps() {
        return steps;
    }

    List<String> keys() {
        return steps.stream().map(step -> String.valueOf(step.get("key"))).toList();
    }

    Optional<Map<String, Object>> step(String key) {
        return steps.stream().filter(step -> key.equals(step.get("key"))).findFirst();
    }

    /** With other members than its steps. */
    Map<String, Object> with(Map<String, Object> others) {
        Map<String, Object> document = new LinkedHashMap<>(members);
        document.putAll(others);
        return document;
    }

    /** With that step in the place of the one of that key; behind all others where there is none. */
    Map<String, Object> with(String key, Map<String, Object> step) {
        List<Map<String, Object>> changed = new ArrayList<>(steps);
        int at = keys().indexOf(key);
        if (at < 0) {
            changed.add(step);
        } else {
            changed.set(at, step);
        }
        return with(Map.of("steps", changed));
    }

    Map<String, Object> without(String key) {
        return with(Map.of(
                "steps",
                steps.stream().filter(step -> !key.equals(step.get("key"))).toList()));
    }

    /** With the step before another one; behind all others where {@code before} is empty. */
    Map<String, Object> moved(String key, String before) {
        List<Map<String, Object>> changed = new ArrayList<>(
                steps.stream().filter(step -> !key.equals(step.get("key"))).toList());
        int at = changed.stream().map(step -> step.get("key")).toList().indexOf(before);
        step(key).ifPresent(step -> changed.add(at < 0 ? changed.size() : at, step));
        return with(Map.of("steps", changed));
    }

    /** The key before which the step stands after a step up; empty for the first. */
    String up(String key) {
        int at = keys().indexOf(key);
        return at > 0 ? keys().get(at - 1) : "";
    }

    boolean mayDown(String key) {
        int at = keys().indexOf(key);
        return at >= 0 && at < steps.size() - 1;
    }

    /** The key before which the step stands after a step down; empty for the end. */
    String down(String key) {
        int at = keys().indexOf(key);
        return at >= 0 && at < steps.size() - 2 ? keys().get(at + 2) : "";
    }
}
