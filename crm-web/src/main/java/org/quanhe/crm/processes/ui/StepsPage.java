package org.quanhe.crm.processes.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.processes.ProcessRuns;
import org.quanhe.crm.processes.WaitingStep;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Pager;
import org.quanhe.crm.shell.ui.Viewer;

/** Steps that wait for the viewer's teams, the longest overdue first; managers see those of all teams too. */
@Named
@RequestScoped
public class StepsPage {
    @Inject
    private ProcessRuns runs;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private boolean all;
    private Portion<WaitingStep> waiting = Portion.none();

    @PostConstruct
    void open() {
        all = isMayAll() && "all".equals(request.getParameter("of"));
        waiting = runs.waiting(all, Pager.place(request), Pager.ROWS);
    }

    public boolean isMayAll() {
        return viewer.user()
                .map(CurrentUser::roles)
                .map(roles -> roles.contains(Role.ADMINISTRATOR) || roles.contains(Role.MANAGER))
                .orElse(false);
    }

    public boolean isAll() {
        return all;
    }

    public List<Row> getRows() {
        return waiting.items().stream().map(this::row).toList();
    }

    public Pager getPager() {
        return Pager.of(request, viewer, all ? "steps.xhtml?of=all" : "steps.xhtml", waiting);
    }

    private Row row(WaitingStep step) {
        Instant due = step.dueAt();
        return new Row(
                "run.xhtml?id=" + step.run(),
                viewer.texts().text(step.step()),
                viewer.texts().text(step.process()),
                step.title(),
                Links.record(step.record().type(), step.record().id()),
                step.teamName(),
                Durations.since(viewer, step.enteredAt()),
                viewer.told().full(step.enteredAt()),
                due == null ? "" : viewer.told().dateTime(due),
                step.overdue());
    }

    /** A step that waits. */
    public record Row(
            String href,
            String step,
            String process,
            String title,
            String recordHref,
            String team,
            String age,
            String since,
            String due,
            boolean overdue) {}
}
