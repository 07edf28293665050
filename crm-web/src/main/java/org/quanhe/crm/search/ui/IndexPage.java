package org.quanhe.crm.search.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.search.IndexReport;
import org.quanhe.crm.search.IndexWork;
import org.quanhe.crm.search.SearchIndex;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** How the search index does, what is done to it and what was done lately. */
@Named
@RequestScoped
public class IndexPage {
    private static final int LONGEST_IN_SECONDS = 120;

    @Inject
    private SearchIndex index;

    @Inject
    private Viewer viewer;

    private SearchIndex.@Nullable IndexState state;
    private String problem = "";

    public void rebuild() {
        act(index::rebuild);
    }

    public void compare() {
        act(index::reconcile);
    }

    private void act(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException failed) {
            problem = viewer.text(Refusals.of(failed).orElseThrow(() -> failed));
        }
        state = null;
    }

    private SearchIndex.IndexState state() {
        if (state == null) {
            state = index.state();
        }
        return state;
    }

    public String getDocuments() {
        return viewer.told().number(state().documents());
    }

    public String getWaiting() {
        return viewer.told().number(state().waiting());
    }

    /** One word for all, and the look that goes with it. */
    public Condition getCondition() {
        if (!state().answers()) {
            return new Condition("is-bad", viewer.text("ui.index.unavailable"));
        }
        if (state().behindSince() != null) {
            return new Condition("is-warn", viewer.text("ui.index.behind"));
        }
        IndexWork work = state().work();
        return work == null
                ? new Condition("is-ok", viewer.text("ui.index.current"))
                : new Condition("is-info", named(work.kind()));
    }

    private String named(IndexWork.Kind kind) {
        return viewer.text(kind == IndexWork.Kind.REBUILD ? "ui.index.rebuilding" : "ui.index.comparing");
    }

    /** What to know while the index takes nothing; empty while it does. */
    public String getBehind() {
        return state().behindSince() == null
                ? ""
                : viewer.text("ui.index.behind.text", viewer.told().dateTime(state().behindSince()));
    }

    public boolean isWorking() {
        return state().work() != null;
    }

    /**
     * Whether the buttons are shown as out of use. A click that was made before something else began reaches the
     * service all the same, which says what becomes of it: a button that is out of use when it is read loses it without
     * a word.
     */
    public boolean isShownBusy() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE && isWorking();
    }

    /** True while the page must look again by itself. */
    public boolean isMoving() {
        return isWorking() || state().behindSince() != null;
    }

    /** What is under way, null if nothing is. */
    public @Nullable Work getWork() {
        IndexWork work = state().work();
        return work == null
                ? null
                : new Work(
                        named(work.kind()),
                        work.percent(),
                        viewer.text(
                                "ui.index.progress",
                                viewer.told().percent(work.percent()),
                                viewer.told().number(work.done()),
                                viewer.told().number(work.total())),
                        viewer.told().dateTime(work.since()) + " · " + by(work.by()),
                        viewer.text("ui.index.reason." + work.reason()),
                        viewer.text("ui.index.next." + work.kind()));
    }

    private String by(String name) {
        return name.isEmpty() ? viewer.text("ui.index.itself") : name;
    }

    public List<Row> getRows() {
        return state().reports().stream().map(this::row).toList();
    }

    private Row row(IndexReport report) {
        return new Row(
                viewer.text("ui.index.kind." + report.kind()),
                viewer.text("ui.index.reason." + report.reason()),
                by(report.by()),
                viewer.told().dateTime(report.ended()),
                took(Duration.between(report.began(), report.ended())),
                viewer.told().number(report.records()),
                report.done() ? report.found() == 0 ? "is-ok" : "is-warn" : "is-bad",
                outcome(report));
    }

    private String took(Duration time) {
        return time.toSeconds() < LONGEST_IN_SECONDS
                ? viewer.text("ui.index.seconds", Math.max(1, time.toSeconds()))
                : viewer.text("ui.mysteps.minutes", time.toMinutes());
    }

    private List<String> outcome(IndexReport report) {
        if (!report.done()) {
            return List.of(viewer.text("ui.index.failed"));
        }
        if (report.differences().isEmpty()) {
            boolean rebuilt = report.kind() == IndexWork.Kind.REBUILD;
            return List.of(viewer.text(rebuilt ? "ui.index.done" : "ui.index.equal"));
        }
        List<String> outcome = new ArrayList<>();
        for (IndexReport.Difference difference : report.differences()) {
            String found = viewer.text(
                    "ui.index.found." + difference.kind(),
                    viewer.text(difference.type() + ".type"),
                    viewer.told().number(difference.found()));
            outcome.add(
                    difference.left() == 0
                            ? found
                            : found + " · "
                                    + viewer.text("ui.index.left", viewer.told().number(difference.left())));
        }
        return outcome;
    }

    public String getProblem() {
        return problem;
    }

    /** A word and its look. */
    public record Condition(String tone, String label) {}

    /** What is under way, in words. */
    public record Work(String label, int percent, String progress, String began, String why, String next) {}

    /** What was done. */
    public record Row(
            String what,
            String why,
            String by,
            String ended,
            String took,
            String records,
            String tone,
            List<String> outcome) {}
}
