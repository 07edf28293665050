package org.quanhe.crm.lifecycle.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.lifecycle.Lifecycle;
import org.quanhe.crm.lifecycle.LifecycleTemplate;
import org.quanhe.crm.lifecycle.LifecycleView;
import org.quanhe.crm.lifecycle.RecordStage;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.lifecycle.control.LifecycleBook;
import org.quanhe.crm.lifecycle.control.RecordStages;
import org.quanhe.crm.lifecycle.control.StageMapping;
import org.quanhe.crm.lifecycle.control.StageMoves;
import org.quanhe.crm.lifecycle.control.StagedTypes;
import org.quanhe.crm.lifecycle.control.Stages;
import org.quanhe.crm.lifecycle.control.StagesReader;
import org.quanhe.crm.lifecycle.control.TemplateChoice;
import org.quanhe.crm.lifecycle.entity.LifecycleDocument;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.entity.StagedRecord;
import org.quanhe.crm.records.spi.Access;

/** The façade of the lifecycle. */
@Stateless
@Local(Lifecycle.class)
public class LifecycleService implements Lifecycle {
    @Inject
    private LifecycleBook book;

    @Inject
    private StageMapping mapping;

    @Inject
    private StageMoves moves;

    @Inject
    private RecordStages recordStages;

    @Inject
    private StagedTypes stagedTypes;

    @Inject
    private SeenTypes seen;

    @Inject
    private RecordViews views;

    @Inject
    private TeamMembers teams;

    @Inject
    private Access access;

    @Override
    public LifecycleView shown() {
        return view(book.row(LifecycleDocument.STAGES));
    }

    private LifecycleView view(LifecycleDocument row) {
        boolean administrator = access.caller().administrator();
        List<Stage> stages = book.read(row).stages().stream()
                .map(stage -> administrator ? stage : withoutConditions(stage))
                .toList();
        Map<Long, String> names = new HashMap<>();
        stages.stream().map(Stage::team).distinct().forEach(team -> teams.name(team)
                .ifPresent(name -> names.put(team, name)));
        return new LifecycleView(
                stages,
                names,
                StagesReader.document(stages),
                row.version(),
                administrator ? mapping.standing() : Map.of(),
                administrator ? book.changes(row) : List.of());
    }

    private static Stage withoutConditions(Stage stage) {
        return new Stage(
                stage.code(), stage.names(), stage.team(), Map.of(), Map.of(), stage.steps(), stage.handOver());
    }

    @Override
    public LifecycleView change(Map<String, ?> document, @Nullable Long version) {
        refuseOthers();
        StagesReader.Sent sent = StagesReader.sent(document, stagedTypes.names());
        LifecycleDocument row = book.locked(LifecycleDocument.STAGES, version);
        book.change(row, sent);
        return view(row);
    }

    @Override
    public List<LifecycleTemplate> templates() {
        return TemplateChoice.ALL;
    }

    @Override
    public LifecycleView use(String template, Map<String, String> moves, @Nullable Long version) {
        refuseOthers();
        LifecycleDocument row = book.locked(LifecycleDocument.STAGES, version);
        List<Stage> stages = TemplateChoice.stages(book.read(row), named(template));
        book.change(row, new StagesReader.Sent(stages, moves));
        return view(row);
    }

    @Override
    public Map<String, String> suggestedMoves(String template) {
        refuseOthers();
        Stages current = book.read(book.row(LifecycleDocument.STAGES));
        return new LinkedHashMap<>(TemplateChoice.suggestedMoves(current, named(template)));
    }

    private static LifecycleTemplate named(String template) {
        Optional<LifecycleTemplate> found = TemplateChoice.ALL.stream()
                .filter(one -> one.code().equals(template))
                .findFirst();
        return found.orElseThrow(() -> CrmException.invalidField(
                "template", LocalizedMessage.of("lifecycle.error.noTemplate", shortened(template))));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private void refuseOthers() {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
    }

    @Override
    public List<String> types() {
        return stagedTypes.all().stream()
                .map(RecordTypeDescriptor::name)
                .filter(type -> !access.readable(type).equals(Filter.NONE)
                        && access.fields(type).readable(StagedRecord.STAGE))
                .toList();
    }

    @Override
    public RecordStage of(RecordRef ref) {
        seen.readable(ref.type());
        RecordTypeDescriptor type = stagedTypes.named(ref.type());
        if (!(views.visible(type, ref.id()) instanceof StagedRecord record)
                || !access.fields(type.name()).readable(StagedRecord.STAGE)) {
            throw CrmException.notFound(ref);
        }
        return recordStages.view(type, record);
    }

    @Override
    public RecordStage move(RecordRef ref, @Nullable Long version, String stage, String why) {
        seen.readable(ref.type());
        RecordTypeDescriptor type = stagedTypes.named(ref.type());
        return recordStages.view(type, moves.move(type, ref, version, stage, why));
    }
}
