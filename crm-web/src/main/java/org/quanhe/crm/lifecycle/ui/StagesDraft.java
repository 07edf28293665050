package org.quanhe.crm.lifecycle.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The document of the stages while somebody changes it: each change is a document of its own. */
final class StagesDraft {
    private final List<Map<String, Object>> stages = new ArrayList<>();

    StagesDraft(Map<String, ?> document) {
        if (document.get("stages") instanceof List<?> list) {
            list.forEach(one -> stages.add(object(one)));
        }
    }

    static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> object.put(key.toString(), one));
        }
        return object;
    }

    List<String> codes() {
        return stages.stream().map(stage -> String.valueOf(stage.get("code"))).toList();
    }

    /** With that stage in the place of the one of its code; behind all others where there is none. */
    Map<String, Object> with(Map<String, Object> stage) {
        List<Map<String, Object>> changed = new ArrayList<>(stages);
        int at = codes().indexOf(String.valueOf(stage.get("code")));
        if (at < 0) {
            changed.add(stage);
        } else {
            changed.set(at, stage);
        }
        return document(changed);
    }

    /** Without the stage; its records go to {@code heir}, which may be empty. */
    Map<String, Object> without(String code, String heir) {
        Map<String, Object> document = document(
                stages.stream().filter(stage -> !code.equals(stage.get("code"))).toList());
        if (!heir.isEmpty()) {
            document.put("moves", Map.of(code, heir));
        }
        return document;
    }

    /** With the stage before another one; behind all others where {@code before} is empty. */
    Map<String, Object> moved(String code, String before) {
        List<Map<String, Object>> changed = new ArrayList<>(
                stages.stream().filter(stage -> !code.equals(stage.get("code"))).toList());
        int at = changed.stream().map(stage -> stage.get("code")).toList().indexOf(before);
        stages.stream()
                .filter(stage -> code.equals(stage.get("code")))
                .findFirst()
                .ifPresent(stage -> changed.add(at < 0 ? changed.size() : at, stage));
        return document(changed);
    }

    private static Map<String, Object> document(List<Map<String, Object>> stages) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("stages", stages);
        return document;
    }

    /** A code that is not taken. */
    String fresh() {
        int number = stages.size() + 1;
        while (codes().contains("stage-" + number)) {
            number++;
        }
        return "stage-" + number;
    }

    /** The code before which the stage stands after a step up; empty for the first. */
    String up(String code) {
        int at = codes().indexOf(code);
        return at > 0 ? codes().get(at - 1) : "";
    }

    boolean mayDown(String code) {
        int at = codes().indexOf(code);
        return at >= 0 && at < stages.size() - 1;
    }

    /** The code before which the stage stands after a step down; empty for the end. */
    String down(String code) {
        int at = codes().indexOf(code);
        return at >= 0 && at < stages.size() - 2 ? codes().get(at + 2) : "";
    }
}
