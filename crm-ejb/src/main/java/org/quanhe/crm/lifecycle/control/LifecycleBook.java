package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.audit.entity.AuditLine;
import org.quanhe.crm.lifecycle.LifecycleView;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.lifecycle.entity.LifecycleDocument;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.ChosenFields;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.spi.Access;

/** The lifecycle as administrators set it, inside the caller's transaction. */
@ApplicationScoped
public class LifecycleBook {
    private static final int CHANGES_SHOWN = 10;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private StagedTypes stagedTypes;

    @Inject
    private RecordTypes types;

    @Inject
    private StagesCheck check;

    @Inject
    private StageMapping mapping;

    @Inject
    private StagesInForce inForce;

    @Inject
    private ChosenFields chosenFields;

    @Inject
    private AuditTrail audit;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** The row of that number. */
    public LifecycleDocument row(long number) {
        return entities.find(LifecycleDocument.class, number);
    }

    /**
     * The row of that number, locked.
     *
     * @throws CrmException STALE if it is another version than the caller saw
     */
    public LifecycleDocument locked(long number, @Nullable Long version) {
        LifecycleDocument row = entities.find(LifecycleDocument.class, number, LockModeType.PESSIMISTIC_WRITE);
        if (version != null && version != row.version()) {
            throw new CrmException(
                    CrmException.Kind.STALE, LocalizedMessage.of("records.error.stale", version, row.version()));
        }
        return row;
    }

    /** The stages of the row. */
    public Stages read(LifecycleDocument row) {
        return StagesReader.stored(row.document(), stagedTypes.names());
    }

    /**
     * Other stages are in force from the commit on.
     *
     * @param row locked
     */
    public void change(LifecycleDocument row, StagesReader.Sent sent) {
        Stages before = read(row);
        List<Violation> wrong =
                check.violations(sent.stages(), type -> types.find(type).map(RecordTypeDescriptor::view));
        if (!wrong.isEmpty()) {
            throw CrmException.invalid(wrong);
        }
        Map<String, String> heirs = heirs(before, sent);
        Stages after = before.replacedBy(sent.stages(), heirs);
        List<FieldChange> changes = StagesDifference.between(before.stages(), after.stages());
        if (changes.isEmpty()) {
            return;
        }
        write(row, StagesReader.text(after), changes);
        heirs.forEach((gone, heir) ->
                mapping.take(gone, heir, LocalizedMessage.of("lifecycle.why.gone", before.title(gone))));
        chosenFields.changed();
    }

    /** Writes the row and the audit. */
    public void write(LifecycleDocument row, String document, List<FieldChange> changes) {
        row.say(document);
        entities.flush();
        audit.note(
                new RecordRef("lifecycle", row.id()),
                time.now(),
                access.caller().id(),
                "changed",
                changes,
                "");
        inForce.changed();
    }

    /** Where records of each stage that goes belong; refuses where somebody stands and nobody said. */
    private Map<String, String> heirs(Stages before, StagesReader.Sent sent) {
        List<String> after = sent.stages().stream().map(Stage::code).toList();
        Map<String, Long> standing = mapping.standing();
        Map<String, String> heirs = new HashMap<>();
        List<Violation> wrong = new ArrayList<>();
        for (Stage stage : before.stages()) {
            if (!after.contains(stage.code())) {
                String said = sent.moves().getOrDefault(stage.code(), "");
                Stage nearest = nearest(before, stage, sent.stages());
                long there = standing.getOrDefault(stage.code(), 0L);
                if (!said.isEmpty() && !after.contains(said)) {
                    wrong.add(new Violation(
                            "moves." + stage.code(), LocalizedMessage.of("lifecycle.error.unknownStage", said)));
                } else if (said.isEmpty() && there > 0) {
                    wrong.add(new Violation(
                            "moves." + stage.code(),
                            LocalizedMessage.of("lifecycle.error.standing", there, stage.title(), nearest.title())));
                }
                heirs.put(stage.code(), said.isEmpty() ? nearest.code() : said);
            }
        }
        if (!wrong.isEmpty()) {
            throw CrmException.invalid(wrong);
        }
        return heirs;
    }

    /** The stage before it that stays, else the first one. */
    private static Stage nearest(Stages before, Stage gone, List<Stage> after) {
        for (int i = before.indexOf(gone.code()) - 1; i >= 0; i--) {
            String code = before.stages().get(i).code();
            for (Stage stage : after) {
                if (stage.code().equals(code)) {
                    return stage;
                }
            }
        }
        return after.get(0);
    }

    /** What was changed in that row lately. */
    public List<LifecycleView.Change> changes(LifecycleDocument row) {
        List<AuditLine> lines = audit.lines(new RecordRef("lifecycle", row.id()), CHANGES_SHOWN);
        Map<Long, String> names = views.names(lines.stream().map(AuditLine::by).collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> new LifecycleView.Change(
                        line.at(), names.getOrDefault(line.by(), ""), AuditTrail.changes(line)))
                .toList();
    }
}
