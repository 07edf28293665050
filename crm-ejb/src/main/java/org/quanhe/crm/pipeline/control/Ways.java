package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.pipeline.entity.PipelineRow;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.control.RecordTypes;

/** The pipelines as they are now. Every question reads their few rows: another node may have changed them. */
@ApplicationScoped
public class Ways {
    /** A select whose value is another when any of them is. */
    static final String VERSION = "select sum((id + 7) * 1000003 + version) from pipeline";

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    /** By code; a pipeline that is removed leaves its last one behind, of which there are few. */
    private final Map<String, Seen> known = new ConcurrentHashMap<>();

    private record Seen(long version, String document, PipelineView view) {}

    /** All of them, that of new opportunities first. */
    public List<PipelineView> all() {
        return rows().stream().map(this::view).toList();
    }

    /** The one of that code, the first where it is empty; NOT_FOUND if there is none. */
    public PipelineView named(String code) {
        return all().stream()
                .filter(pipeline -> code.isEmpty() || pipeline.code().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown(code));
    }

    /** The same, and nobody changes it until the end of this transaction. */
    public PipelineView held(String code) {
        return view(locked(code));
    }

    PipelineRow locked(String code) {
        return entities.createQuery("select p from PipelineRow p where p.code = :code", PipelineRow.class)
                .setParameter("code", code)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", true)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> unknown(code));
    }

    static CrmException unknown(String code) {
        return new CrmException(
                CrmException.Kind.NOT_FOUND,
                LocalizedMessage.of("pipeline.error.unknown", code.length() > 60 ? code.substring(0, 60) + "…" : code));
    }

    List<PipelineRow> rows() {
        return entities.createQuery("select p from PipelineRow p order by p.id", PipelineRow.class)
                .getResultList();
    }

    /** The same view while the row says the same: reading a document costs more than most of what is done with it. */
    PipelineView view(PipelineRow row) {
        Seen seen = known.get(row.code());
        if (seen == null || seen.version() != row.version() || !seen.document().equals(row.document())) {
            seen = new Seen(row.version(), row.document(), stored(row).view(row.version()));
            known.put(row.code(), seen);
        }
        return seen.view();
    }

    /** What is stored was checked when it was written; a field that went since is no reason not to read it. */
    private static Way stored(PipelineRow row) {
        FieldView any = new FieldView("any", FieldKind.TEXT, "", List.of(), "", "", 0, Set.of());
        return WayReader.read(JsonText.readMap(row.document()), row.code(), Set.of(), name -> Optional.of(any));
    }

    /** What a document would make of a pipeline; INVALID where it cannot be. */
    Way read(Map<String, ?> document, String code) {
        Set<String> taken = new HashSet<>();
        all().stream().filter(other -> !other.code().equals(code)).forEach(other -> other.stages()
                .forEach(stage -> taken.add(stage.code())));
        return WayReader.read(document, code, taken, name -> types.named(Opportunity.TYPE)
                .view()
                .find(name));
    }

    /** Names of everything that ever was, by code: stages, or reasons. */
    Map<String, Map<String, String>> remembered(String what) {
        Map<String, Map<String, String>> names = new LinkedHashMap<>();
        rows().forEach(row -> names(JsonText.readMap(row.gone()).get(what)).forEach(names::putIfAbsent));
        return names;
    }

    static Map<String, Map<String, String>> names(@Nullable Object gone) {
        Map<String, Map<String, String>> names = new LinkedHashMap<>();
        if (gone instanceof Map<?, ?> byCode) {
            byCode.forEach((code, told) -> names.put(code.toString(), texts(told)));
        }
        return names;
    }

    /** Texts by language tag. */
    static Map<String, String> texts(@Nullable Object told) {
        Map<String, String> byTag = new LinkedHashMap<>();
        if (told instanceof Map<?, ?> texts) {
            texts.forEach((tag, text) -> byTag.put(tag.toString(), text.toString()));
        }
        return byTag;
    }

    /** The pipeline and the stage of that code, if any has it. */
    public Optional<Placed> find(String stage) {
        List<Placed> found = new ArrayList<>();
        all().forEach(pipeline -> pipeline.stage(stage).ifPresent(known -> found.add(new Placed(pipeline, known))));
        return found.stream().findFirst();
    }

    /** A stage of a pipeline. */
    public record Placed(PipelineView pipeline, Stage stage) {}
}
