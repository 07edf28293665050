package org.quanhe.crm.leads.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.quanhe.crm.leads.Leads;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Pager;
import org.quanhe.crm.shell.ui.Viewer;

/** What the viewer works on next: leads by potential, with the reason. */
@Named
@RequestScoped
public class NextPage {
    @Inject
    private Leads leads;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private Portion<Leads.NextLead> shown = Portion.none();
    private List<Row> rows = List.of();

    @PostConstruct
    void open() {
        shown = leads.next(Pager.place(request), Pager.ROWS);
        rows = shown.items().stream().map(this::row).toList();
    }

    public List<Row> getRows() {
        return rows;
    }

    public Pager getPager() {
        return Pager.of(request, viewer, "next.xhtml", shown);
    }

    private Row row(Leads.NextLead next) {
        LocalDate review = next.review();
        String look =
                switch (next.band()) {
                    case "hot" -> "qh-tag is-bad";
                    case "warm" -> "qh-tag is-warn";
                    default -> "qh-tag is-info";
                };
        return new Row(
                Links.record(next.lead().type(), next.lead().id()),
                next.name(),
                next.company(),
                next.potential(),
                viewer.text("leads.band." + next.band()),
                look,
                viewer.text("leads.status." + next.status()),
                viewer.texts().text(next.reason()),
                review == null ? "" : viewer.told().date(review));
    }

    /** A lead to work on. */
    public record Row(
            String href,
            String name,
            String company,
            int potential,
            String band,
            String bandLook,
            String status,
            String reason,
            String review) {}
}
