package org.quanhe.crm.leads.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.leads.HandoverView;
import org.quanhe.crm.leads.Handovers;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** Leads that wait for an answer of sales, the most urgent first; managers see those of all. */
@Named
@RequestScoped
public class HandoverPage {
    private static final int MOST = 200;

    @Inject
    private Handovers handovers;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private boolean all;
    private List<HandoverView> waiting = List.of();

    @PostConstruct
    void open() {
        all = isMayAll() && !"mine".equals(request.getParameter("of"));
        waiting = handovers.waiting(all, MOST);
    }

    public boolean isMayAll() {
        return viewer.user()
                .map(CurrentUser::roles)
                .map(roles -> roles.contains(Role.ADMINISTRATOR)
                        || roles.contains(Role.MANAGER)
                        || roles.contains(Role.MARKETING))
                .orElse(false);
    }

    /** The viewer decides who is asked. */
    public boolean isRuling() {
        return viewer.user()
                .map(CurrentUser::roles)
                .filter(roles -> roles.contains(Role.ADMINISTRATOR) || roles.contains(Role.MANAGER))
                .isPresent();
    }

    public boolean isAll() {
        return all;
    }

    public List<Row> getRows() {
        return waiting.stream().map(this::row).toList();
    }

    private Row row(HandoverView view) {
        boolean late = view.escalatedAt() != null || view.dueAt() == null || view.minutesLeft() == 0;
        return new Row(
                Links.record(view.lead().type(), view.lead().id()),
                view.name(),
                view.company(),
                view.score(),
                view.from().isEmpty() ? viewer.text("leads.handover.byScore") : view.from(),
                view.to().isEmpty() ? view.team() : view.to(),
                view.note(),
                viewer.told().dateTime(view.askedAt()),
                late ? viewer.text("ui.handover.late") : Clock.of(viewer, view.minutesLeft()),
                late);
    }

    /** A lead that waits. */
    public record Row(
            String href,
            String name,
            String company,
            int score,
            String from,
            String to,
            String note,
            String since,
            String left,
            boolean late) {}
}
