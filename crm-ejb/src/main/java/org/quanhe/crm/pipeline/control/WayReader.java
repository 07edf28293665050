package org.quanhe.crm.pipeline.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.quanhe.crm.pipeline.Reason;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.control.model.Part;

/** Reads documents of pipelines, and says all that is wrong with one at once. */
final class WayReader {
    private static final int MOST_STAGES = 20;
    private static final int MOST_REASONS = 50;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NORM = 3_650;
    private static final int CERTAIN = 100;

    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> codes;
    private final Function<String, Optional<FieldView>> fields;

    private WayReader(Set<String> taken, Function<String, Optional<FieldView>> fields) {
        this.codes = new HashSet<>(taken);
        this.fields = fields;
    }

    /**
     * Reads a document.
     *
     * @param code of the pipeline that it is about; empty for a new one
     * @param taken codes of the stages of other pipelines
     * @param fields fields of opportunities by name
     * @throws CrmException INVALID, naming every place that is wrong
     */
    static Way read(
            Map<String, ?> document, String code, Set<String> taken, Function<String, Optional<FieldView>> fields) {
        return new WayReader(taken, fields).way(document, code);
    }

    private Way way(Map<String, ?> document, String code) {
        Part part = new Part("", document, violations);
        Map<String, String> names = names(part);
        String told = part.text("code", code);
        if (!code.isEmpty() && !told.equals(code)) {
            part.wrong("code", "pipeline.error.codeStays", code);
        }
        String own = told.isEmpty() ? Codes.made(names, Set.of(), "pipeline") : told;
        if (!Codes.good(own)) {
            part.wrong("code", "pipeline.error.code");
        }
        part.raw("moves");
        List<Stage> stages = stages(part);
        List<Reason> reasons = reasons(part);
        part.end();
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
        return new Way(own, names, stages, reasons);
    }

    private static Map<String, String> names(Part part) {
        Map<String, String> names = part.texts("name", Map.of(), LONGEST_NAME);
        if (names.isEmpty()) {
            part.wrong("name", "records.error.required");
        }
        return names;
    }

    private List<Stage> stages(Part part) {
        List<Part> parts = part.parts("stages");
        if (parts.size() > MOST_STAGES) {
            part.wrong("stages", "records.error.tooMany", parts.size(), MOST_STAGES);
            return List.of();
        }
        parts.forEach(one -> claim(one));
        List<Stage> open = new ArrayList<>();
        List<Stage> ends = new ArrayList<>();
        for (Part one : parts) {
            Stage stage = stage(one);
            (stage.open() ? open : ends).add(stage);
        }
        if (open.isEmpty()) {
            part.wrong("stages", "pipeline.error.noStage");
        }
        for (Stage.End end : List.of(Stage.End.WON, Stage.End.LOST)) {
            if (ends.stream().filter(stage -> stage.end() == end).count() != 1) {
                part.wrong("stages", "pipeline.error.ends", LocalizedMessage.of("opportunities.status." + end.code()));
            }
        }
        ends.sort((one, other) -> one.end().compareTo(other.end()));
        open.addAll(ends);
        return open;
    }

    /** Codes that are told come before those that are made. */
    private void claim(Part part) {
        String code = part.text("code", "");
        if (code.isEmpty()) {
            return;
        }
        if (!Codes.good(code)) {
            part.wrong("code", "pipeline.error.code");
        } else if (!codes.add(code)) {
            part.wrong("code", "pipeline.error.codeTaken", code);
        }
    }

    private Stage stage(Part part) {
        Map<String, String> names = names(part);
        String code = part.text("code", "");
        if (code.isEmpty()) {
            code = Codes.made(names, codes, "stage");
            codes.add(code);
        }
        Stage.End end = part.oneOf("end", Stage.End.class, Stage.End.OPEN);
        Stage.End where = end == null ? Stage.End.OPEN : end;
        int probability = part.number("probability", where == Stage.End.WON ? CERTAIN : 0, CERTAIN);
        int certain = where == Stage.End.WON ? CERTAIN : 0;
        if (where != Stage.End.OPEN && probability != certain) {
            part.wrong("probability", "pipeline.error.certain", certain);
        }
        int norm = part.number("norm", 0, LONGEST_NORM);
        boolean never = where != Stage.End.OPEN || !part.has("norm");
        List<String> required = required(part);
        part.end();
        return new Stage(
                code,
                Way.told(names),
                names,
                probability,
                never ? OptionalInt.empty() : OptionalInt.of(norm),
                required,
                where);
    }

    private List<String> required(Part part) {
        Set<String> required = new LinkedHashSet<>(part.names("required"));
        for (String name : required) {
            Optional<FieldView> field = fields.apply(name);
            if (field.isEmpty()) {
                part.wrong("required", "pipeline.error.noField", name.length() > 60 ? name.substring(0, 60) : name);
            } else if (field.get().settled()) {
                part.wrong(
                        "required",
                        "pipeline.error.fieldOfSystem",
                        LocalizedMessage.of(field.get().labelKey()));
            }
        }
        return List.copyOf(required);
    }

    private List<Reason> reasons(Part part) {
        List<Part> parts = part.parts("reasons");
        if (parts.isEmpty()) {
            part.wrong("reasons", "pipeline.error.noReason");
        }
        if (parts.size() > MOST_REASONS) {
            part.wrong("reasons", "records.error.tooMany", parts.size(), MOST_REASONS);
            return List.of();
        }
        Set<String> known = new HashSet<>();
        List<Reason> reasons = new ArrayList<>();
        parts.forEach(one -> {
            String told = one.text("code", "");
            if (!told.isEmpty() && !Codes.good(told)) {
                one.wrong("code", "pipeline.error.code");
            } else if (!told.isEmpty() && !known.add(told)) {
                one.wrong("code", "pipeline.error.codeTaken", told);
            }
        });
        for (Part one : parts) {
            Map<String, String> names = names(one);
            String code = one.text("code", "");
            if (code.isEmpty()) {
                code = Codes.made(names, known, "reason");
                known.add(code);
            }
            one.end();
            reasons.add(new Reason(code, Way.told(names), names));
        }
        return reasons;
    }
}
