package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.DocumentVersion;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.audit.control.DocumentHistory;
import org.quanhe.crm.audit.control.DocumentHistory.Writing;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.pipeline.control.chance.Chances;
import org.quanhe.crm.pipeline.entity.PipelineRow;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.ChosenFields;
import org.quanhe.crm.records.spi.Access;

/** Writes pipelines: what an opportunity stands in is not removed, what is removed stays known by its name. */
@ApplicationScoped
public class PipelineBook {
    static final String STAGES = "stages";
    static final String REASONS = "reasons";

    /** Kind of the documents in audit and history. */
    public static final String KIND = "pipelines";

    private static final int MOST_PIPELINES = 50;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Ways ways;

    @Inject
    private Chances chances;

    @Inject
    private Transfer transfer;

    @Inject
    private ChosenFields chosenFields;

    @Inject
    private DocumentHistory history;

    @Inject
    private AuditTrail audit;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    public PipelineView create(Map<String, ?> document) {
        Way way = ways.read(document, "");
        List<PipelineRow> known = ways.rows();
        if (known.size() >= MOST_PIPELINES) {
            throw CrmException.invalid("records.error.tooMany", known.size() + 1, MOST_PIPELINES);
        }
        if (known.stream().anyMatch(row -> row.code().equals(way.code()))) {
            throw CrmException.invalidField("code", LocalizedMessage.of("pipeline.error.codeTaken", way.code()));
        }
        PipelineRow row = new PipelineRow(way.code(), JsonText.write(way.document()));
        entities.persist(row);
        entities.flush();
        written(row, "created", "{}");
        return ways.view(row);
    }

    public PipelineView change(String code, Map<String, ?> document, @Nullable Long version) {
        PipelineRow row = ways.locked(code);
        fresh(row, version);
        PipelineView before = ways.view(row);
        Way after = ways.read(document, code);
        String was = row.document();
        String says = JsonText.write(after.document());
        boolean differs = !JsonText.readMap(was).equals(JsonText.readMap(says));
        Map<String, String> moves = moves(document.get("moves"), before, after);
        if (differs) {
            // held before the records, as whoever works their chances out holds it
            chances.follow(code);
        }
        leave(before, after, moves);
        if (differs) {
            row.say(says, JsonText.write(remembered(row, before, after)));
            entities.flush();
            written(row, "changed", was);
        }
        return ways.view(row);
    }

    public void remove(String code, @Nullable Long version) {
        PipelineRow row = ways.locked(code);
        fresh(row, version);
        long standing = transfer.standing(code).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        PipelineView view = ways.view(row);
        if (standing > 0) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT, LocalizedMessage.of("pipeline.error.inUse", view.name(), standing));
        }
        if (ways.rows().size() == 1) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT, LocalizedMessage.of("pipeline.error.lastOne", view.name()));
        }
        entities.remove(row);
        audit.note(ref(row), time.now(), access.caller().id(), "deleted", List.of(), "");
        chosenFields.changed();
    }

    /** What it said at each time, newest first. */
    public List<DocumentVersion> versions(String code) {
        return ways.rows().stream()
                .filter(row -> row.code().equals(code))
                .map(row -> history.of(ref(row)))
                .findFirst()
                .orElseThrow(() -> Ways.unknown(code));
    }

    private static RecordRef ref(PipelineRow row) {
        return new RecordRef(KIND, row.id());
    }

    private void written(PipelineRow row, String action, String before) {
        long by = access.caller().id();
        audit.note(ref(row), time.now(), by, action, List.of(), "");
        history.keep(ref(row), before, row.document(), new Writing(time.now(), by, "", null));
        chosenFields.changed();
    }

    private static void fresh(PipelineRow row, @Nullable Long version) {
        if (version != null && version != row.version()) {
            throw new CrmException(
                    CrmException.Kind.STALE, LocalizedMessage.of("records.error.stale", version, row.version()));
        }
    }

    private static Map<String, String> moves(@Nullable Object told, PipelineView before, Way after) {
        Map<String, String> moves = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        if (told != null && !(told instanceof Map<?, ?>)) {
            throw CrmException.invalidField("moves", LocalizedMessage.of("records.metadata.error.noObject"));
        }
        if (told instanceof Map<?, ?> map) {
            map.forEach((from, to) -> {
                Optional<Stage> old = before.stage(from.toString());
                Optional<Stage> next = after.stages().stream()
                        .filter(stage -> stage.code().equals(String.valueOf(to)))
                        .findFirst();
                boolean stays =
                        after.stages().stream().anyMatch(stage -> stage.code().equals(from.toString()));
                if (old.isEmpty()
                        || stays
                        || next.isEmpty()
                        || next.get().end() != old.get().end()) {
                    violations.add(new Violation(
                            "moves." + cut(from.toString()),
                            LocalizedMessage.of("pipeline.error.noMove", cut(String.valueOf(to)))));
                } else {
                    moves.put(from.toString(), next.get().code());
                }
            });
        }
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
        return moves;
    }

    private static String cut(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** Nothing stays in a stage that goes: it is moved where the document says, or the change is refused. */
    private void leave(PipelineView before, Way after, Map<String, String> moves) {
        Map<String, Long> standing = transfer.standing(before.code());
        List<Violation> violations = new ArrayList<>();
        List<Stage> going = before.stages().stream()
                .filter(stage -> after.stages().stream()
                        .noneMatch(kept -> kept.code().equals(stage.code()) && kept.end() == stage.end()))
                .filter(stage -> standing.getOrDefault(stage.code(), 0L) > 0)
                .toList();
        for (Stage stage : going) {
            if (!moves.containsKey(stage.code())) {
                violations.add(new Violation(
                        "moves." + stage.code(),
                        LocalizedMessage.of("pipeline.error.standing", stage.name(), standing.get(stage.code()))));
            }
        }
        if (!violations.isEmpty()) {
            throw new CrmException(CrmException.Kind.CONFLICT, violations.get(0).message(), violations, null);
        }
        for (Stage stage : going) {
            Stage next = after.stages().stream()
                    .filter(other -> other.code().equals(moves.get(stage.code())))
                    .findFirst()
                    .orElseThrow();
            transfer.all(before.code(), stage, next);
        }
    }

    private static Map<String, Object> remembered(PipelineRow row, PipelineView before, Way after) {
        Map<String, Object> gone = JsonText.readMap(row.gone());
        Map<String, Map<String, String>> stages = Ways.names(gone.get(STAGES));
        before.stages().forEach(stage -> stages.put(stage.code(), stage.names()));
        after.stages().forEach(stage -> stages.remove(stage.code()));
        Map<String, Map<String, String>> reasons = Ways.names(gone.get(REASONS));
        before.reasons().forEach(reason -> reasons.put(reason.code(), reason.names()));
        after.reasons().forEach(reason -> reasons.remove(reason.code()));
        return Map.of(STAGES, stages, REASONS, reasons);
    }

    /** Follows new names of fields that stages demand. */
    public void rename(UnaryOperator<String> fresh) {
        for (PipelineRow row : ways.rows()) {
            Map<String, Object> document = JsonText.readMap(row.document());
            Map<String, Object> renamed = renamed(document, fresh);
            if (!renamed.equals(document)) {
                row.say(JsonText.write(renamed), row.gone());
                history.follow(ref(row), version -> renamed(version, fresh));
            }
        }
    }

    private static Map<String, Object> renamed(Map<String, Object> document, UnaryOperator<String> fresh) {
        Map<String, Object> renamed = new LinkedHashMap<>(document);
        if (document.get(STAGES) instanceof List<?> stages) {
            List<Object> others = new ArrayList<>();
            for (Object one : stages) {
                Map<String, Object> stage = new LinkedHashMap<>();
                ((Map<?, ?>) one).forEach((key, value) -> stage.put(key.toString(), value));
                if (stage.get("required") instanceof List<?> required) {
                    stage.put(
                            "required",
                            required.stream()
                                    .map(name -> fresh.apply(name.toString()))
                                    .toList());
                }
                others.add(stage);
            }
            renamed.put(STAGES, others);
        }
        return renamed;
    }
}
