package org.quanhe.crm.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * A stage of the lifecycle.
 *
 * @param code what records hold; it never changes
 * @param names by language tag, at least one
 * @param team number of the team that owns it, 0 for none
 * @param enter condition under which a record may come to it, by record type; absent for always. A record that fulfils
 *     it comes to the stage by itself
 * @param exit condition under which a record may go on to a later stage, by record type; absent for always
 * @param steps what the team does, each by language tag
 * @param handOver when and how it is handed to the team of the next stage, by language tag; may be empty
 */
public record Stage(
        String code,
        Map<String, String> names,
        long team,
        Map<String, String> enter,
        Map<String, String> exit,
        List<Map<String, String>> steps,
        Map<String, String> handOver) {
    public Stage {
        names = Map.copyOf(names);
        enter = Map.copyOf(enter);
        exit = Map.copyOf(exit);
        steps = List.copyOf(steps);
        handOver = Map.copyOf(handOver);
    }

    /** What people call it. */
    public LocalizedMessage title() {
        return told(names);
    }

    /** What the team does, in its order. */
    public List<LocalizedMessage> told() {
        return steps.stream().map(Stage::told).toList();
    }

    /** A text in each language: in English, or any other, where one was not given. */
    public static LocalizedMessage told(Map<String, String> texts) {
        String any = texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        String other = texts.getOrDefault(Language.EN.tag(), any);
        return LocalizedMessage.named(Arrays.stream(Language.values())
                .map(language -> texts.getOrDefault(language.tag(), other))
                .toList());
    }
}
