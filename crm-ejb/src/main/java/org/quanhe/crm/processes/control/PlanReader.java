package org.quanhe.crm.processes.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.processes.control.Plan.Ask;
import org.quanhe.crm.processes.control.Plan.Choice;
import org.quanhe.crm.processes.control.Plan.PlannedStep;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.control.model.Part;

/** Reads documents of processes: their shape, not yet whether they fit the record type. */
public final class PlanReader {
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9_]{0,39}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_GUIDANCE = 4_000;
    private static final int MOST_STEPS = 50;
    private static final int MOST_ASKS = 50;
    private static final int MOST_HOURS = 8 * 260;
    private static final int HOUR = 60;

    private final List<Violation> violations = new ArrayList<>();

    private PlanReader() {}

    /** Reads what was stored. */
    public static Plan stored(String document) {
        return read(JsonText.readMap(document));
    }

    /**
     * Reads a document.
     *
     * @throws CrmException INVALID, naming every place that cannot be read
     */
    public static Plan read(Map<String, ?> document) {
        PlanReader reader = new PlanReader();
        Plan plan = reader.plan(new Part("", document, reader.violations));
        if (!reader.violations.isEmpty()) {
            throw CrmException.invalid(reader.violations);
        }
        return plan;
    }

    private Plan plan(Part part) {
        Map<String, String> name = part.texts("name", Map.of(), LONGEST_NAME);
        String type = part.text("type", "");
        boolean nurture = part.flag("nurture", false);
        List<Part> parts = part.parts("steps");
        if (parts.size() > MOST_STEPS) {
            part.wrong("steps", "records.error.tooMany", parts.size(), MOST_STEPS);
        }
        Set<String> keys = new HashSet<>();
        List<PlannedStep> steps =
                parts.stream().limit(MOST_STEPS).map(one -> step(one, keys)).toList();
        part.end();
        return new Plan(name, type, nurture, steps);
    }

    private PlannedStep step(Part part, Set<String> keys) {
        String key = key(part, "key", keys);
        List<Part> asked = part.parts("ask");
        if (asked.size() > MOST_ASKS) {
            part.wrong("ask", "records.error.tooMany", asked.size(), MOST_ASKS);
        }
        Set<String> names = new HashSet<>();
        PlannedStep step = new PlannedStep(
                key,
                part.texts("name", Map.of(), LONGEST_NAME),
                part.number("team", 0, Integer.MAX_VALUE),
                part.texts("guidance", Map.of(), LONGEST_GUIDANCE),
                asked.stream().limit(MOST_ASKS).map(one -> ask(one, names)).toList(),
                part.text("enter", ""),
                part.text("exit", ""),
                target(part),
                next(part));
        part.end();
        return step;
    }

    private static String key(Part part, String name, Set<String> taken) {
        String key = part.text(name, "");
        if (!KEY.matcher(key).matches()) {
            part.wrong(name, "processes.error.key", key.length() > 60 ? key.substring(0, 60) + "…" : key);
        } else if (!taken.add(key)) {
            part.wrong(name, "records.metadata.error.codeTwice", key);
        }
        return key;
    }

    private static @Nullable Allowed target(Part part) {
        if (!part.has("target")) {
            return null;
        }
        Part target = part.part("target");
        Allowed allowed = new Allowed(
                target.number("days", 0, MOST_HOURS / 8),
                target.number("minutes", 0, MOST_HOURS * HOUR) + (long) target.number("hours", 0, MOST_HOURS) * HOUR);
        target.end();
        return allowed;
    }

    private static @Nullable List<String> next(Part part) {
        return part.has("next") ? part.names("next") : null;
    }

    private static Ask ask(Part part, Set<String> names) {
        boolean field = part.has("field");
        String name = key(part, field ? "field" : "question", names);
        boolean required = part.flag("required", true);
        Ask ask = field
                ? new Ask(name, true, FieldKind.TEXT, Map.of(), Map.of(), required, List.of())
                : new Ask(
                        name,
                        false,
                        kind(part),
                        part.texts("label", Map.of(), LONGEST_NAME),
                        part.texts("help", Map.of(), LONGEST_NAME * 5),
                        required,
                        part.parts("choices").stream().map(PlanReader::choice).toList());
        part.end();
        return ask;
    }

    private static FieldKind kind(Part part) {
        FieldKind kind = part.oneOf("kind", FieldKind.class, FieldKind.TEXT);
        if (kind == null || !Answers.OWN.contains(kind)) {
            part.wrong("kind", "processes.error.kind");
            return FieldKind.TEXT;
        }
        return kind;
    }

    private static Choice choice(Part part) {
        Choice choice = new Choice(part.text("code", ""), part.texts("label", Map.of(), LONGEST_NAME));
        part.end();
        return choice;
    }
}
