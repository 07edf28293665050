package org.quanhe.crm.lifecycle.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.lifecycle.Stage;

/** What differs between two lifecycles, for the audit: {@code stages}, then by stage {@code keep.name.vi}. */
final class StagesDifference {
    private StagesDifference() {}

    static List<FieldChange> between(List<Stage> before, List<Stage> after) {
        List<FieldChange> changes = new ArrayList<>();
        add(changes, "stages", codes(before), codes(after));
        for (Stage stage : after) {
            before.stream()
                    .filter(was -> was.code().equals(stage.code()))
                    .findFirst()
                    .ifPresent(was -> changes.addAll(maps(stage.code() + ".", parts(was), parts(stage))));
        }
        return changes;
    }

    /** What differs between texts by their name. */
    static List<FieldChange> maps(String prefix, Map<String, String> before, Map<String, String> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        List<FieldChange> changes = new ArrayList<>();
        names.forEach(name -> add(changes, prefix + name, before.getOrDefault(name, ""), after.getOrDefault(name, "")));
        return changes;
    }

    private static void add(List<FieldChange> changes, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new FieldChange(what, before, after));
        }
    }

    private static String codes(List<Stage> stages) {
        return stages.stream().map(Stage::code).collect(Collectors.joining(", "));
    }

    private static Map<String, String> parts(Stage stage) {
        Map<String, String> parts = new LinkedHashMap<>();
        new TreeMap<>(stage.names()).forEach((tag, name) -> parts.put("name." + tag, name));
        parts.put("team", stage.team() == 0 ? "" : Long.toString(stage.team()));
        new TreeMap<>(stage.enter()).forEach((type, text) -> parts.put("enter." + type, text));
        new TreeMap<>(stage.exit()).forEach((type, text) -> parts.put("exit." + type, text));
        for (int i = 0; i < stage.steps().size(); i++) {
            int number = i + 1;
            new TreeMap<>(stage.steps().get(i)).forEach((tag, step) -> parts.put("steps." + number + "." + tag, step));
        }
        new TreeMap<>(stage.handOver()).forEach((tag, text) -> parts.put("handOver." + tag, text));
        return parts;
    }
}
