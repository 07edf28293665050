package org.quanhe.crm.leads.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.leads.HandoverCounts;
import org.quanhe.crm.leads.HandoverView;
import org.quanhe.crm.leads.Handovers;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Pager;
import org.quanhe.crm.shell.ui.Viewer;

/** Leads that wait for an answer of sales, the most urgent first; managers see those of all. */
@Named
@RequestScoped
public class HandoverPage {
    @Inject
    private Handovers handovers;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private boolean all;
    private @Nullable HandoverCounts counts;
    private Portion<HandoverView> waiting = Portion.none();

    @PostConstruct
    void open() {
        all = isMayAll() && !"mine".equals(request.getParameter("of"));
        waiting = handovers.waiting(all, Pager.place(request), Pager.ROWS);
        counts = isMayAll() ? handovers.counts() : null;
    }

    public boolean isMayAll() {
        return viewer.user()
                .map(CurrentUser::roles)
                .map(roles -> roles.contains(Role.ADMINISTRATOR)
                        || roles.contains(Role.MANAGER)
                        || roles.contains(Role.MARKETING))
                .orElse(false);
    }

    /** Figures of the queue, and the leads that came back. */
    public List<Count> getCounts() {
        HandoverCounts known = counts;
        return known == null
                ? List.of()
                : List.of(
                        count("waiting", known.waiting()),
                        count("overdue", known.overdue()),
                        count("accepted", known.accepted()),
                        count("returned", known.returned()));
    }

    private Count count(String code, long number) {
        return new Count(
                code, viewer.text("ui.handover.count." + code), viewer.told().number(number));
    }

    public List<Count> getReasons() {
        HandoverCounts known = counts;
        return known == null
                ? List.of()
                : known.reasons().stream()
                        .map(reason -> new Count("", reason.why(), viewer.told().number(reason.count())))
                        .toList();
    }

    public List<Back> getBack() {
        HandoverCounts known = counts;
        return known == null
                ? List.of()
                : known.back().stream()
                        .map(back -> new Back(
                                Links.record(back.lead().type(), back.lead().id()),
                                back.name(),
                                back.company(),
                                back.why(),
                                back.by(),
                                viewer.told().dateTime(back.at())))
                        .toList();
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
        return waiting.items().stream().map(this::row).toList();
    }

    public Pager getPager() {
        return Pager.of(request, viewer, isMayAll() && !all ? "handover.xhtml?of=mine" : "handover.xhtml", waiting);
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

    /** A figure. */
    public record Count(String code, String label, String number) {}

    /** A lead that came back. */
    public record Back(String href, String name, String company, String why, String by, String at) {}

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
