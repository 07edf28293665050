package org.quanhe.crm.processes.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quanhe.crm.processes.ProcessRuns;
import org.quanhe.crm.processes.ProcessView;
import org.quanhe.crm.processes.Processes;
import org.quanhe.crm.processes.StepTimes;
import org.quanhe.crm.shell.ui.Viewer;
import org.quanhe.crm.workingtime.WorkingTime;

/** How long the steps of a process took in a period, by version. */
@Named
@RequestScoped
public class TimesPage {
    private static final int DAYS = 90;

    @Inject
    private Processes processes;

    @Inject
    private ProcessRuns runs;

    @Inject
    private WorkingTime workingTime;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private ProcessView process;
    private StepTimes times;

    @PostConstruct
    void open() {
        String id = parameter("id");
        process = processes.open(id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
        LocalDate to = day("to", viewer.today());
        LocalDate from = day("from", to.minusDays(DAYS));
        times = runs.times(process.id(), from.isAfter(to) ? to : from, to);
    }

    private LocalDate day(String name, LocalDate otherwise) {
        try {
            return parameter(name).isEmpty() ? otherwise : LocalDate.parse(parameter(name));
        } catch (DateTimeException noDay) {
            return otherwise;
        }
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Versions of which a step was completed or waits, newest first. */
    public List<Version> getVersions() {
        List<Version> versions = new ArrayList<>();
        times.lines().stream().map(StepTimes.Line::version).distinct().forEach(number -> {
            List<StepTimes.Line> lines = times.lines().stream()
                    .filter(line -> line.version() == number)
                    .toList();
            if (lines.stream().anyMatch(line -> line.done() > 0 || line.waiting() > 0)) {
                versions.add(new Version(
                        viewer.text("ui.proc.version.n", number),
                        lines.stream().map(this::row).toList()));
            }
        });
        return versions;
    }

    private Row row(StepTimes.Line line) {
        long day = workingTime.hours().dayMinutes();
        return new Row(
                viewer.texts().text(line.name()),
                viewer.told().number(line.done()),
                line.done() == 0 ? "–" : Durations.working(viewer, line.averageMinutes(), day),
                line.done() == 0 ? "–" : Durations.working(viewer, line.medianMinutes(), day),
                line.targeted() == 0 ? "–" : viewer.told().percent(line.overduePercent()),
                line.overdue() > 0,
                viewer.told().number(line.waiting()));
    }

    /** Where the figures come from. */
    public String getSource() {
        long done = times.lines().stream().mapToLong(StepTimes.Line::done).sum();
        return viewer.text(
                "ui.times.source",
                viewer.told().number(done),
                viewer.told().date(times.from()),
                viewer.told().date(times.to()));
    }

    public String getTitle() {
        return viewer.text("ui.times.title", viewer.texts().text(process.name()));
    }

    public long getId() {
        return process.id();
    }

    public String getFrom() {
        return times.from().toString();
    }

    public String getTo() {
        return times.to().toString();
    }

    /** A version and its steps. */
    public record Version(String label, List<Row> rows) {}

    /** A step and its figures. */
    public record Row(
            String name, String done, String average, String median, String overdue, boolean late, String waiting) {}
}
