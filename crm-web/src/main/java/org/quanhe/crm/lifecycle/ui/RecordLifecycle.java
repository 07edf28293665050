package org.quanhe.crm.lifecycle.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.lifecycle.Fit;
import org.quanhe.crm.lifecycle.Lifecycle;
import org.quanhe.crm.lifecycle.RecordStage;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** On the page of a record: its stage, since when, the stages before, and moving it to another one. */
@Named
@RequestScoped
public class RecordLifecycle {
    @Inject
    private Lifecycle lifecycle;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private @Nullable RecordStage record;

    @PostConstruct
    void open() {
        String id = parameter("id");
        RecordRef ref = new RecordRef(parameter("type"), id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
        record = lifecycle.types().contains(ref.type()) ? lifecycle.of(ref) : null;
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private RecordStage record() {
        return Objects.requireNonNull(record);
    }

    /** The record goes through the lifecycle. */
    public boolean isShown() {
        return record != null;
    }

    public String getName() {
        return viewer.texts().text(record().name());
    }

    public String getSince() {
        return viewer.text("ui.life.since", viewer.told().dateTime(record().since())) + " · "
                + Durations.told(viewer, Duration.between(record().since(), viewer.now()));
    }

    public String getSinceFull() {
        return viewer.told().full(record().since());
    }

    public boolean isMayMove() {
        return record().mayMove();
    }

    public long getVersion() {
        return record().version();
    }

    /** All stages: those before the current one, it, and those that may come. */
    public List<Step> getWay() {
        List<Step> way = new ArrayList<>();
        boolean behind = record().targets().stream().anyMatch(RecordStage.Target::current);
        for (RecordStage.Target target : record().targets()) {
            behind = behind && !target.current();
            way.add(new Step(
                    target.code(),
                    viewer.texts().text(target.name()),
                    target.current() ? "is-current" : behind ? "is-done" : "",
                    target.current(),
                    target.unmet().stream().map(viewer.texts()::text).toList()));
        }
        return way;
    }

    public List<Stay> getStays() {
        return record().stays().stream().map(this::told).toList();
    }

    private Stay told(RecordStage.Stay stay) {
        Instant until = Objects.requireNonNullElse(stay.left(), viewer.now());
        return new Stay(
                viewer.texts().text(stay.name()),
                viewer.told().dateTime(stay.entered()),
                viewer.told().full(stay.entered()),
                Durations.told(viewer, Duration.between(stay.entered(), until)),
                stay.left() == null,
                stay.byItself() ? viewer.text("ui.life.itself") : stay.by(),
                viewer.texts().text(stay.why()));
    }

    public String getFit() {
        String code = record().fit().code();
        return code.isEmpty() ? "" : viewer.text(record().ref().type() + ".fit." + code);
    }

    public String getFitTone() {
        return record().fit().code().equals("fits") ? "is-ok" : "is-warn";
    }

    public boolean isFitOutdated() {
        return record().fit().outdated();
    }

    /** What the profile looks for; what decided comes first. */
    public List<Criterion> getCriteria() {
        List<Criterion> criteria = new ArrayList<>();
        for (boolean decided : new boolean[] {true, false}) {
            record().fit().criteria().stream()
                    .filter(one -> one.decided() == decided)
                    .map(this::told)
                    .forEach(criteria::add);
        }
        return criteria;
    }

    private Criterion told(Fit.Criterion criterion) {
        return new Criterion(
                viewer.texts().text(criterion.text()),
                viewer.text(criterion.met() ? "ui.life.fit.met" : "ui.life.fit.unmet"),
                criterion.met(),
                criterion.decided());
    }

    /** Moves the record to the stage whose button was pressed. */
    public String move() {
        RecordRef ref = record().ref();
        String version = parameter("version");
        try {
            RecordStage moved = lifecycle.move(
                    ref,
                    version.matches("\\d{1,18}") ? Long.valueOf(version) : null,
                    parameter("move:to"),
                    parameter("why"));
            toasts.say(viewer.text("ui.life.moved", viewer.texts().text(moved.name())));
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            StringBuilder told = new StringBuilder(viewer.text(refusal));
            refusal.violations()
                    .forEach(violation -> told.append(' ').append(viewer.texts().text(violation.message())));
            toasts.say(told.toString());
        }
        return "/record.xhtml?faces-redirect=true&type=" + Links.encode(ref.type()) + "&id=" + ref.id();
    }

    /** A stage as the record sees it. */
    public record Step(String code, String name, String look, boolean current, List<String> unmet) {
        public boolean isOpen() {
            return unmet.isEmpty();
        }
    }

    /** Time in a stage. */
    public record Stay(String name, String entered, String full, String time, boolean current, String by, String why) {}

    /** A part of the profile. */
    public record Criterion(String text, String outcome, boolean met, boolean decided) {}
}
