package org.quanhe.crm.processes.ui;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.quanhe.crm.processes.RunView;
import org.quanhe.crm.processes.RunView.Stage;
import org.quanhe.crm.shell.ui.Viewer;

/**
 * A step of a run as people read it.
 *
 * @param name what it is called
 * @param stage {@code DONE, CURRENT, AHEAD}
 * @param stageLabel that in words
 * @param team name of the team
 * @param guidance what to do
 * @param since since when it waits, or by whom and when it was done
 * @param due when it should be done, empty without a target
 * @param late that moment has passed
 * @param answers what was answered; of a step that is done
 */
public record RunStep(
        String name,
        String stage,
        String stageLabel,
        String team,
        String guidance,
        String since,
        String due,
        boolean late,
        List<Answered> answers) {

    static RunStep of(RunView.Step step, Viewer viewer) {
        Instant due = step.dueAt();
        Instant done = step.doneAt();
        Instant entered = step.enteredAt();
        boolean late = due != null && due.isBefore(done == null ? viewer.now() : done);
        String since = done != null
                ? viewer.text("ui.run.by", step.doneBy(), viewer.told().dateTime(done))
                : entered == null
                        ? ""
                        : viewer.text("ui.run.since", viewer.told().dateTime(entered));
        return new RunStep(
                viewer.texts().text(step.name()),
                step.stage().name(),
                viewer.text("ui.run." + step.stage().name().toLowerCase(Locale.ROOT)),
                step.teamName(),
                viewer.texts().text(step.guidance()),
                since,
                due == null
                        ? ""
                        : viewer.text(
                                late ? "ui.run.late" : "ui.run.due",
                                viewer.told().dateTime(due)),
                late,
                step.stage() == Stage.DONE
                        ? step.questions().stream()
                                .filter(question -> question.value() != null)
                                .map(question -> Answered.of(question, viewer))
                                .toList()
                        : List.of());
    }

    public boolean isDone() {
        return stage.equals(Stage.DONE.name());
    }

    public boolean isCurrent() {
        return stage.equals(Stage.CURRENT.name());
    }
}
