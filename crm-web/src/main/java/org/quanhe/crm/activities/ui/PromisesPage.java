package org.quanhe.crm.activities.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.Promises;
import org.quanhe.crm.activities.Promises.State;
import org.quanhe.crm.activities.Promises.Tally;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.shell.ui.Pager;
import org.quanhe.crm.shell.ui.Viewer;

/** Promises to customers, and how everybody keeps theirs. */
@Named
@RequestScoped
public class PromisesPage {
    @Inject
    private Promises promises;

    @Inject
    private PromiseRows promiseRows;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private @Nullable Long owner;
    private @Nullable State state;
    private Portion<Promises.Given> shown = Portion.none();
    private List<PromiseRows.Row> rows = List.of();
    private List<Tally> tallies = List.of();

    @PostConstruct
    void open() {
        String asked = Objects.requireNonNullElse(request.getParameter("owner"), "");
        owner = asked.matches("\\d{1,18}") ? Long.valueOf(asked) : null;
        String told = Objects.requireNonNullElse(request.getParameter("state"), "");
        state = Arrays.stream(State.values())
                .filter(one -> one.name().equals(told))
                .findFirst()
                .orElse(null);
        shown = promises.given(owner, null, state, Pager.place(request), Pager.ROWS);
        rows = promiseRows.of(shown.items());
        tallies = promises.byOwner();
    }

    public List<PromiseRows.Row> getRows() {
        return rows;
    }

    public Pager getPager() {
        return Pager.of(
                request,
                viewer,
                "promises.xhtml?owner=" + (owner == null ? "-" : owner) + "&state=" + (state == null ? "-" : state),
                shown);
    }

    public List<Tally> getTallies() {
        return tallies;
    }

    /** Page of that owner's promises in that state. */
    public String href(long of, String in) {
        return "promises.xhtml?owner=" + of + "&state=" + in;
    }

    public List<PlanChoices.Choice> getStates() {
        return Arrays.stream(State.values())
                .map(one -> new PlanChoices.Choice(
                        one.name(), viewer.text("activities.page.state." + one.name()), one == state))
                .toList();
    }

    public List<PlanChoices.Choice> getOwners() {
        return tallies.stream()
                .map(one -> new PlanChoices.Choice(
                        Long.toString(one.owner().id()),
                        one.owner().name(),
                        owner != null && one.owner().id() == owner))
                .toList();
    }
}
