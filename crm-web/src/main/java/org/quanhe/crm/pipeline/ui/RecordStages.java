package org.quanhe.crm.pipeline.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.Opportunities;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Pipelines;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.pipeline.StageStay;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.ui.RecordPage;
import org.quanhe.crm.shell.ui.Viewer;

/** Where an opportunity stands, on its own page: the stages, what can be done, and where it stood. */
@Named
@RequestScoped
public class RecordStages {
    @Inject
    private RecordPage page;

    @Inject
    private Pipelines pipelines;

    @Inject
    private Opportunities opportunities;

    @Inject
    private Viewer viewer;

    private @Nullable PipelineView pipeline;

    private RecordView record() {
        return page.getRecord();
    }

    /** The page shows an opportunity, and its stage may be read. */
    public boolean isShown() {
        return page.getTypeName().equals("opportunities") && record().value("stage") != null;
    }

    private PipelineView pipeline() {
        PipelineView known = pipeline;
        if (known == null) {
            known = pipelines.open(Objects.toString(record().value("pipeline"), ""));
            pipeline = known;
        }
        return known;
    }

    public boolean isOpen() {
        return "open".equals(record().value("status"));
    }

    public boolean isMovable() {
        return record().mayChange();
    }

    public List<Step> getSteps() {
        String standing = Objects.toString(record().value("stage"), "");
        List<Stage> stages = pipeline().stages();
        int at = stages.stream().map(Stage::code).toList().indexOf(standing);
        return stages.stream()
                .filter(stage -> stage.open() || stage.code().equals(standing))
                .map(stage -> new Step(
                        stage.code(),
                        viewer.texts().text(stage.name()),
                        stage.code().equals(standing),
                        stages.indexOf(stage) < at))
                .toList();
    }

    /** How long it stands there, and whether that is longer than the norm. */
    public String getSince() {
        return record().value("stageSince") instanceof Instant since ? viewer.text("ui.pipe.days", days(since)) : "";
    }

    public boolean isStuck() {
        OptionalInt norm = pipeline().stages().stream()
                .filter(stage -> stage.code().equals(record().value("stage")))
                .map(Stage::norm)
                .findFirst()
                .orElse(OptionalInt.empty());
        return isOpen()
                && norm.isPresent()
                && record().value("stageSince") instanceof Instant since
                && since.isBefore(viewer.now().minus(Duration.ofDays(norm.getAsInt())));
    }

    private long days(Instant since) {
        return Math.max(0, Duration.between(since, viewer.now()).toDays());
    }

    public List<Views.Choice> getReasons() {
        return pipeline().reasons().stream()
                .map(reason -> new Views.Choice(reason.code(), viewer.texts().text(reason.name()), false))
                .toList();
    }

    public String getCompetitor() {
        return Objects.toString(record().value("competitor"), "");
    }

    public List<Stay> getStays() {
        return opportunities.stays(record().ref()).stream().map(this::stay).toList();
    }

    private Stay stay(StageStay stay) {
        return new Stay(
                viewer.texts().text(stay.name()),
                viewer.told().dateTime(stay.entered()),
                stay.enteredBy(),
                viewer.text("ui.pipe.days", stay.seconds() / Duration.ofDays(1).toSeconds()));
    }

    /** A stage, on the way or behind. */
    public record Step(String code, String name, boolean current, boolean done) {
        public String look() {
            return current ? "is-current" : done ? "is-done" : "";
        }
    }

    /** A time in a stage. */
    public record Stay(String stage, String entered, String by, String lasted) {}
}
